// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.checkpoint.Matrix;
import java.util.List;

/**
 * The rotary embedding's angles, (positions, D); the sines of the first half are negated, so that a
 * rotation is {@code x * cos + swapped(x) * sin}.
 */
record RopeTables(Matrix cos, Matrix sin) {

  static RopeTables of(DecoderConfig config, int positions) {
    int dim = config.headDim();
    int half = dim / 2;
    float[] cos = new float[positions * dim];
    float[] sin = new float[positions * dim];
    for (int position = 0; position < positions; position++) {
      for (int i = 0; i < half; i++) {
        double angle = position * Math.pow(config.ropeTheta(), -2.0 * i / dim);
        int at = position * dim + i;
        cos[at] = cos[at + half] = (float) Math.cos(angle);
        sin[at + half] = (float) Math.sin(angle);
        sin[at] = -sin[at + half];
      }
    }
    List<Long> shape = List.of((long) positions, (long) dim);
    return new RopeTables(new Matrix(cos, shape), new Matrix(sin, shape));
  }
}

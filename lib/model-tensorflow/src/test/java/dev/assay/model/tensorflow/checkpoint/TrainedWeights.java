// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small random weights as a training graph has them, with heads that do not fill the stream. */
public record TrainedWeights(DecoderConfig config, Map<String, Matrix> matrices) {

  /** One character for each id but the last but one. */
  public static final List<@Nullable String> VOCABULARY =
      Arrays.asList("_", "a", "b", "\u00e9", "\"", "\\", null, ".");

  public static TrainedWeights random(boolean tied) {
    DecoderConfig config =
        new DecoderConfig(
            new DecoderConfig.Widths(8, 6, 10),
            2,
            new DecoderConfig.Attention(4, 2, 4),
            32,
            10_000,
            1e-6,
            tied,
            Set.of(7));
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    Random random = new Random(1);
    matrices.put(Weights.EMBEDDING, matrix(random, 8, 6));
    if (!tied) {
      matrices.put(Weights.HEAD, matrix(random, 6, 8));
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      matrices.put(Weights.ofLayer(layer, Weights.QKV), matrix(random, 6, config.qkvWidth()));
      matrices.put(Weights.ofLayer(layer, Weights.QKV_BIAS), matrix(random, config.qkvWidth()));
      matrices.put(Weights.ofLayer(layer, Weights.OUT), matrix(random, 16, 6));
      matrices.put(Weights.ofLayer(layer, Weights.GATE_UP), matrix(random, 6, 20));
      matrices.put(Weights.ofLayer(layer, Weights.DOWN), matrix(random, 10, 6));
    }
    return new TrainedWeights(config, matrices);
  }

  static Matrix matrix(Random random, int... shape) {
    float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Matrix(values, Arrays.stream(shape).mapToObj(Long::valueOf).toList());
  }
}

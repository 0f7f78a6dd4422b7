// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.util.Arrays;
import java.util.List;

/** Values with a shape, row by row: what a file holds and what a graph is loaded with. */
public record Matrix(float[] values, List<Long> shape) {

  public Matrix {
    shape = List.copyOf(shape);
    long count = shape.stream().reduce(1L, Math::multiplyExact);
    if (count != values.length) {
      throw new IllegalArgumentException(values.length + " values (expected: " + shape + ")");
    }
  }

  public static Matrix vector(float[] values) {
    return new Matrix(values, List.of((long) values.length));
  }

  /**
   * Transposed matrices side by side: the linear layers of a checkpoint are stored {@code [out,
   * in]}, the graph multiplies {@code [in, sum of out]}, which is faster at small batch sizes.
   *
   * @param scale multiplies each input's row: the norm in front of the layer
   * @param parts each {@code [out, in]}
   */
  static Matrix joined(float[] scale, float[]... parts) {
    int in = scale.length;
    int width = 0;
    for (float[] part : parts) {
      width += part.length / in;
    }
    float[] joined = new float[Math.multiplyExact(in, width)];
    int column = 0;
    for (float[] part : parts) {
      int out = part.length / in;
      for (int o = 0; o < out; o++) {
        for (int i = 0; i < in; i++) {
          joined[i * width + column + o] = part[o * in + i] * scale[i];
        }
      }
      column += out;
    }
    return new Matrix(joined, List.of((long) in, (long) width));
  }

  /**
   * Some columns of a {@code [in, sum of out]} matrix as a linear layer of a checkpoint, {@code
   * [out, in]}: what {@link #joined} does, undone.
   */
  Matrix layer(int firstColumn, int out) {
    int in = Math.toIntExact(shape.get(0));
    int width = Math.toIntExact(shape.get(1));
    float[] layer = new float[Math.multiplyExact(out, in)];
    for (int i = 0; i < in; i++) {
      for (int o = 0; o < out; o++) {
        layer[o * in + i] = values[i * width + firstColumn + o];
      }
    }
    return new Matrix(layer, List.of((long) out, (long) in));
  }

  /** Some values of a vector. */
  Matrix part(int first, int count) {
    return vector(Arrays.copyOfRange(values, first, first + count));
  }
}

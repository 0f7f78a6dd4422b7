// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The tensors that go into one run, closed when it is over. */
final class Feeds implements AutoCloseable {

  private final Session.Runner runner;
  private final List<Tensor> tensors = new ArrayList<>();

  Feeds(Session.Runner runner) {
    this.runner = runner;
  }

  Session.Runner runner() {
    return runner;
  }

  void integers(Operand<?> input, int[] values, long... shape) {
    feed(input, TInt32.tensorOf(Shape.of(shape), DataBuffers.of(values, true, false)));
  }

  void scalar(Operand<?> input, int value) {
    feed(input, TInt32.scalarOf(value));
  }

  void scalar(Operand<?> input, double value) {
    feed(input, TFloat32.scalarOf((float) value));
  }

  void floats(Operand<?> input, float[] values, long... shape) {
    feed(input, TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values, true, false)));
  }

  /** Rows of unequal length side by side, filled up with token 0 on the right. */
  static int[] padded(int[][] rows, int width) {
    int[] padded = new int[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, padded, row * width, rows[row].length);
    }
    return padded;
  }

  private void feed(Operand<?> input, Tensor tensor) {
    tensors.add(tensor);
    runner.feed(input, tensor);
  }

  @Override
  public void close() {
    tensors.forEach(Tensor::close);
  }
}

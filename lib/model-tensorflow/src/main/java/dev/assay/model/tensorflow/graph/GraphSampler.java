// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.nn.TopK;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Draws a token for each row by inverting the cumulative distribution of its likeliest tokens at a
 * uniform number that the host supplies, so that a row's draws depend on its own seed alone. Greedy
 * rows are drawn at 0, which is always the likeliest token.
 */
final class GraphSampler {

  /** Draws are among this many likeliest tokens; sorting a whole large vocabulary costs more. */
  private static final int CANDIDATES = 1024;

  private final Ops tf;
  private final int candidates;

  GraphSampler(Ops tf, int vocabulary) {
    this.tf = tf;
    this.candidates = Math.min(vocabulary, CANDIDATES);
  }

  /**
   * What was drawn.
   *
   * @param tokens (rows)
   * @param logProbabilities (rows), of the drawn tokens, natural
   */
  record Draw(Operand<TInt32> tokens, Operand<TFloat32> logProbabilities) {}

  /**
   * Draws from logits (rows, V).
   *
   * @param inverseTemperature (rows, 1)
   * @param topP (rows, 1)
   * @param uniform (rows, 1), from 0 to below 1
   */
  Draw draw(
      Operand<TFloat32> logits,
      Operand<TFloat32> inverseTemperature,
      Operand<TFloat32> topP,
      Operand<TFloat32> uniform) {
    Operand<TFloat32> probabilities = tf.nn.softmax(tf.math.mul(logits, inverseTemperature));
    TopK<TFloat32, TInt32> top =
        tf.nn.topK(probabilities, tf.constant(candidates), new TopK.Options[0]);
    Operand<TInt32> rank = rank(top.values(), topP, uniform); // (rows, 1)
    Operand<TInt32> token = picked(top.indices(), rank); // (rows, 1)

    Operand<TFloat32> chosen = picked(tf.nn.logSoftmax(logits), token);
    Operand<TInt32> flat = tf.constant(new int[] {-1});
    return new Draw(tf.reshape(token, flat), tf.reshape(chosen, flat));
  }

  /** Which of the sorted candidates is drawn, (rows, 1). */
  private Operand<TInt32> rank(
      Operand<TFloat32> sorted, Operand<TFloat32> topP, Operand<TFloat32> uniform) {
    Operand<TInt32> axis = tf.constant(1);
    Operand<TFloat32> below = tf.math.cumsum(sorted, axis); // inclusive
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.less(tf.math.sub(below, sorted), topP), TFloat32.class);
    Operand<TFloat32> mass =
        tf.reduceSum(tf.math.mul(sorted, kept), axis, ReduceSum.keepDims(true));
    Operand<TFloat32> passed =
        tf.dtypes.cast(tf.math.lessEqual(below, tf.math.mul(uniform, mass)), TFloat32.class);
    Operand<TFloat32> count =
        tf.math.minimum(
            tf.reduceSum(passed, axis, ReduceSum.keepDims(true)),
            tf.math.sub(tf.reduceSum(kept, axis, ReduceSum.keepDims(true)), tf.constant(1f)));
    return tf.dtypes.cast(count, TInt32.class);
  }

  /** From each row of (rows, n) the value at its own index (rows, 1). */
  private <T extends TType> Operand<T> picked(Operand<T> rows, Operand<TInt32> index) {
    return tf.gather(rows, index, tf.constant(1), Gather.batchDims(1L));
  }
}

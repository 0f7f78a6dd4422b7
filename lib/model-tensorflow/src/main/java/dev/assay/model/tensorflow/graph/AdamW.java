// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.graph.TrainingState.Kind;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization",
 * algorithm 2) on one vector of weights, with the gradient clipped by its norm.
 */
public final class AdamW {

  final List<Op> updates;
  final Operand<TFloat32> norm; // of the gradient before clipping

  private final Ops tf;
  private final Settings settings;
  private final Placeholder<TFloat32> learningRate;
  private final Placeholder<TFloat32> correction1; // 1 / (1 - beta1^t)
  private final Placeholder<TFloat32> correction2; // 1 / (1 - beta2^t)

  /**
   * What does not change during a run.
   *
   * @param beta1 decay of the first moments
   * @param beta2 decay of the second moments
   * @param epsilon keeps the step finite where gradients vanish
   * @param weightDecay per step, times the learning rate; not for biases
   * @param clip the largest norm of a gradient
   */
  public record Settings(
      double beta1, double beta2, double epsilon, double weightDecay, double clip) {}

  AdamW(
      Ops tf,
      ParameterLayout layout,
      TrainingState state,
      Operand<TFloat32> gradient,
      Settings settings) {
    this.tf = tf;
    this.settings = settings;
    this.learningRate = tf.placeholder(TFloat32.class);
    this.correction1 = tf.placeholder(TFloat32.class);
    this.correction2 = tf.placeholder(TFloat32.class);
    this.norm = tf.math.sqrt(tf.reduceSum(tf.math.square(gradient), tf.constant(new int[] {0})));
    Operand<TFloat32> clipped = tf.math.mul(gradient, clipFactor());
    Operand<TFloat32> first = averaged(state.value(Kind.FIRST_MOMENTS), clipped, settings.beta1());
    Operand<TFloat32> second =
        averaged(state.value(Kind.SECOND_MOMENTS), tf.math.square(clipped), settings.beta2());
    Operand<TFloat32> weights = state.value(Kind.PARAMETERS);
    Operand<TFloat32> change =
        tf.math.add(direction(first, second), decay(weights, layout.decayMask()));
    Operand<TFloat32> updated = tf.math.sub(weights, tf.math.mul(change, learningRate));
    this.updates =
        List.of(
            tf.assignVariableOp(state.handle(Kind.FIRST_MOMENTS), first),
            tf.assignVariableOp(state.handle(Kind.SECOND_MOMENTS), second),
            tf.assignVariableOp(state.handle(Kind.PARAMETERS), updated));
  }

  /** min(1, clip / norm). */
  private Operand<TFloat32> clipFactor() {
    Operand<TFloat32> clip = constant(settings.clip());
    return tf.math.div(clip, tf.math.maximum(norm, clip));
  }

  /** beta * old + (1 - beta) * fresh. */
  private Operand<TFloat32> averaged(Operand<TFloat32> old, Operand<TFloat32> fresh, double beta) {
    return tf.math.add(tf.math.mul(old, constant(beta)), tf.math.mul(fresh, constant(1 - beta)));
  }

  /** Bias-corrected first moment over the root of the second. */
  private Operand<TFloat32> direction(Operand<TFloat32> first, Operand<TFloat32> second) {
    Operand<TFloat32> root = tf.math.sqrt(tf.math.mul(second, correction2));
    return tf.math.div(
        tf.math.mul(first, correction1), tf.math.add(root, constant(settings.epsilon())));
  }

  private Operand<TFloat32> decay(Operand<TFloat32> weights, float[] mask) {
    for (int i = 0; i < mask.length; i++) {
      mask[i] *= (float) settings.weightDecay();
    }
    return tf.math.mul(weights, tf.constant(mask));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }

  void feed(Feeds feeds, double rate, long step) {
    double t = (double) step;
    feeds.scalar(learningRate, rate);
    feeds.scalar(correction1, 1 / (1 - Math.pow(settings.beta1(), t)));
    feeds.scalar(correction2, 1 / (1 - Math.pow(settings.beta2(), t)));
  }
}

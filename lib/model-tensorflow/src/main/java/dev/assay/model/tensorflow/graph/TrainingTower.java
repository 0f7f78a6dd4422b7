// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.SparseSoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Loss and gradients of one part of a batch.
 *
 * <p>TensorFlow has no gradient for its cross-entropy, but the operation hands out its own: the
 * gradients are seeded with that, times the weights. The same seed serves supervised training and
 * policy gradients.
 */
final class TrainingTower {

  final Operand<TFloat32> loss;
  final List<Output<TFloat32>> gradients; // in the layout's order and shapes

  private final Placeholder<TInt32> tokens; // (R, T)
  private final Placeholder<TInt32> next; // (R * T)
  private final Placeholder<TFloat32> weights; // (R * T)
  private final Ops tf;
  private final DecoderConfig config;

  TrainingTower(
      Ops tf, DecoderConfig config, ParameterLayout layout, List<Output<TFloat32>> parameters) {
    this.tf = tf;
    this.config = config;
    this.tokens = tf.placeholder(TInt32.class);
    this.next = tf.placeholder(TInt32.class);
    this.weights = tf.placeholder(TFloat32.class);
    Operand<TFloat32> logits = logits((name, _) -> parameters.get(layout.indexOf(name)));
    var crossEntropy = SparseSoftmaxCrossEntropyWithLogits.create(tf.scope(), logits, next);
    this.loss = tf.reduceSum(tf.math.mul(crossEntropy.loss(), weights), tf.constant(new int[] {0}));
    Operand<TFloat32> seed =
        tf.math.mul(crossEntropy.backprop(), tf.expandDims(weights, tf.constant(1)));
    this.gradients =
        Gradients.create(tf.scope(), List.of(logits), parameters, Gradients.dx(List.of(seed)))
            .dy()
            .stream()
            .<Output<TFloat32>>map(TrainingTower::floats)
            .toList();
  }

  @SuppressWarnings("unchecked")
  private static Output<TFloat32> floats(Output<?> gradient) {
    return (Output<TFloat32>) gradient;
  }

  private Operand<TFloat32> logits(WeightSource source) {
    DecoderMath math = new DecoderMath(tf, config, config.context(), source);
    Operand<TInt32> shape = tf.shape(tokens);
    Operand<TInt32> rows = tf.gather(shape, tf.constant(0), tf.constant(0));
    Operand<TInt32> width = tf.gather(shape, tf.constant(1), tf.constant(0));
    CausalAttention attention = new CausalAttention(tf, config, math, rows, width);
    Operand<TFloat32> scale = tf.constant((float) (1 / Math.sqrt(config.headDim())));
    Operand<TInt32> flat = tf.reshape(tokens, tf.constant(new int[] {-1}));
    return math.logits(
        math.layers(
            flat,
            (_, qkv) -> {
              CausalAttention.Heads heads = attention.heads(qkv);
              return attention.mixed(
                  new CausalAttention.Heads(
                      tf.math.mul(heads.queries(), scale), heads.keys(), heads.values()));
            }));
  }

  void feed(Feeds feeds, Shard shard) {
    feeds.integers(tokens, shard.tokens(), shard.rows(), shard.width());
    feeds.integers(next, shard.next(), (long) shard.rows() * shard.width());
    feeds.floats(weights, shard.weights(), (long) shard.rows() * shard.width());
  }
}

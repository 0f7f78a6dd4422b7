// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Reads several new prompts at once, adds their rows to the cache and draws their first tokens.
 * Prompts are padded on the right: causal attention never looks there, and what the padding leaves
 * in the cache is overwritten before it is visible.
 */
final class PromptGraph {

  final Placeholder<TInt32> tokens; // (R, T)
  final Placeholder<TInt32> lengths; // (R)
  final Placeholder<TFloat32> settings; // (R, 3): 1 / temperature, top-p, uniform
  final CacheInputs cacheInputs;
  final Operand<TFloat32> states; // (R * T, hidden), behind the last layer
  final Operand<TFloat32> logits; // (R, V)
  final GraphSampler.Draw draw;
  final List<Op> cacheUpdates = new ArrayList<>();

  private final Ops tf;
  private final DecoderMath math;
  private final KvCache cache;
  private final Operand<TInt32> rows;
  private final Operand<TInt32> width;
  private final CausalAttention attention;

  PromptGraph(Ops tf, DecoderConfig config, int ropeRows) {
    this.tf = tf;
    this.math = new DecoderMath(tf, config, ropeRows);
    this.cache = new KvCache(tf, config);
    this.tokens = tf.placeholder(TInt32.class);
    this.lengths = tf.placeholder(TInt32.class);
    this.settings = tf.placeholder(TFloat32.class);
    this.cacheInputs = new CacheInputs(tf);
    Operand<TInt32> shape = tf.shape(tokens);
    this.rows = tf.gather(shape, tf.constant(0), tf.constant(0));
    this.width = tf.gather(shape, tf.constant(1), tf.constant(0));
    this.attention = new CausalAttention(tf, config, math, rows, width);
    Operand<TInt32> flat = tf.reshape(tokens, tf.constant(new int[] {-1}));
    this.states = math.layers(flat, this::attend);
    this.logits = lastLogits();
    this.draw =
        new GraphSampler(tf, config.vocabulary()).draw(logits, setting(0), setting(1), setting(2));
  }

  private Operand<TFloat32> setting(int column) {
    return math.part(settings, 2, 1, column, 1);
  }

  private Operand<TFloat32> lastLogits() {
    Operand<TInt32> starts = tf.math.mul(tf.range(tf.constant(0), rows, tf.constant(1)), width);
    Operand<TInt32> last = tf.math.sub(tf.math.add(starts, lengths), tf.constant(1));
    return math.logits(tf.gather(states, last, tf.constant(0)));
  }

  private Operand<TFloat32> attend(int layer, Operand<TFloat32> qkv) {
    CausalAttention.Heads heads = attention.heads(qkv);
    cacheUpdates.add(cache.rebuilt(layer, KvCache.Kind.KEYS, cacheInputs.layout(), heads.keys()));
    cacheUpdates.add(
        cache.rebuilt(layer, KvCache.Kind.VALUES, cacheInputs.layout(), heads.values()));
    return attention.mixed(heads);
  }
}

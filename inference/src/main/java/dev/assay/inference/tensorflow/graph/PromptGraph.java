// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.tensorflow.graph;

import dev.assay.inference.tensorflow.checkpoint.DecoderConfig;
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
  final Placeholder<TInt32> named; // (N)
  final CacheInputs cacheInputs;
  final Operand<TFloat32> states; // (R * T, hidden), behind the last layer
  final Operand<TFloat32> logits; // (R, V)
  final GraphSampler.Draw draw;
  final List<Op> cacheUpdates = new ArrayList<>();

  private final Ops tf;
  private final DecoderConfig config;
  private final DecoderMath math;
  private final KvCache cache;
  private final Operand<TInt32> rows;
  private final Operand<TInt32> width;
  private final Operand<TFloat32> cos; // (1, 1, T, D)
  private final Operand<TFloat32> sin;
  private final Operand<TFloat32> mask; // (T, T)

  PromptGraph(Ops tf, DecoderConfig config, int ropeRows) {
    this.tf = tf;
    this.config = config;
    this.math = new DecoderMath(tf, config, ropeRows);
    this.cache = new KvCache(tf, config);
    this.tokens = tf.placeholder(TInt32.class);
    this.lengths = tf.placeholder(TInt32.class);
    this.settings = tf.placeholder(TFloat32.class);
    this.named = tf.placeholder(TInt32.class);
    this.cacheInputs = new CacheInputs(tf);
    Operand<TInt32> shape = tf.shape(tokens);
    this.rows = tf.gather(shape, tf.constant(0), tf.constant(0));
    this.width = tf.gather(shape, tf.constant(1), tf.constant(0));
    Operand<TInt32> positions = tf.range(tf.constant(0), width, tf.constant(1));
    this.cos = math.ropeTable(DecoderMath.COS, positions);
    this.sin = math.ropeTable(DecoderMath.SIN, positions);
    this.mask = causalMask(positions);
    Operand<TInt32> flat = tf.reshape(tokens, tf.constant(new int[] {-1}));
    this.states = math.layers(flat, this::attend);
    this.logits = lastLogits();
    this.draw =
        new GraphSampler(tf, config.vocabulary())
            .draw(logits, setting(0), setting(1), setting(2), named);
  }

  private Operand<TFloat32> setting(int column) {
    return math.part(settings, 2, 1, column, 1);
  }

  /** 0 where a query (row) may look at a key (column), very negative elsewhere. */
  private Operand<TFloat32> causalMask(Operand<TInt32> positions) {
    Operand<TInt32> queries = tf.expandDims(positions, tf.constant(1));
    return tf.math.mul(
        tf.dtypes.cast(tf.math.less(queries, positions), TFloat32.class), tf.constant(-1e9f));
  }

  private Operand<TFloat32> lastLogits() {
    Operand<TInt32> starts = tf.math.mul(tf.range(tf.constant(0), rows, tf.constant(1)), width);
    Operand<TInt32> last = tf.math.sub(tf.math.add(starts, lengths), tf.constant(1));
    return math.logits(tf.gather(states, last, tf.constant(0)));
  }

  private Operand<TFloat32> attend(int layer, Operand<TFloat32> qkv) {
    int heads = config.heads();
    int kvHeads = config.kvHeads();
    int dim = config.headDim();
    Operand<TFloat32> apart =
        tf.linalg.transpose(
            tf.reshape(qkv, shape(rows, width, heads + 2 * kvHeads, dim)),
            tf.constant(new int[] {0, 2, 1, 3})); // (R, H + 2K, T, D)
    Operand<TFloat32> turned =
        math.rotated(math.part(apart, 4, 1, 0, heads + kvHeads), cos, sin, 3);
    Operand<TFloat32> q = math.part(turned, 4, 1, 0, heads);
    Operand<TFloat32> k = math.part(turned, 4, 1, heads, kvHeads);
    Operand<TFloat32> v = math.part(apart, 4, 1, heads + kvHeads, kvHeads);
    cacheUpdates.add(cache.rebuilt(layer, KvCache.Kind.KEYS, cacheInputs.layout(), k));
    cacheUpdates.add(cache.rebuilt(layer, KvCache.Kind.VALUES, cacheInputs.layout(), v));

    Operand<TInt32> grouped = shape(rows, kvHeads, -1, dim); // (R, K, G * T, D)
    Operand<TFloat32> scores = math.batchMatMul(tf.reshape(q, grouped), k, true);
    Operand<TFloat32> weights =
        tf.nn.softmax(tf.math.add(tf.reshape(scores, shape(rows, heads, width, width)), mask));
    Operand<TFloat32> mixed =
        math.batchMatMul(tf.reshape(weights, shape(rows, kvHeads, -1, width)), v, false);
    Operand<TFloat32> together =
        tf.linalg.transpose(
            tf.reshape(mixed, shape(rows, heads, width, dim)),
            tf.constant(new int[] {0, 2, 1, 3})); // (R, T, H, D)
    return tf.reshape(together, tf.constant(new int[] {-1, heads * dim}));
  }

  /** A shape of numbers and scalars. */
  private Operand<TInt32> shape(Object... dimensions) {
    List<Operand<TInt32>> parts = new ArrayList<>();
    for (Object dimension : dimensions) {
      parts.add(dimension instanceof Integer n ? tf.constant((int) n) : scalar(dimension));
    }
    return tf.stack(parts);
  }

  @SuppressWarnings("unchecked")
  private static Operand<TInt32> scalar(Object dimension) {
    return (Operand<TInt32>) dimension;
  }
}

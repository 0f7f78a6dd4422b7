// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Attention over whole sequences, where every position looks at itself and at what stands before
 * it. Reading a prompt and training have it in common.
 */
final class CausalAttention {

  private final Ops tf;
  private final DecoderConfig config;
  private final DecoderMath math;
  private final Operand<TInt32> rows;
  private final Operand<TInt32> width;
  private final Operand<TFloat32> cos; // (1, 1, T, D)
  private final Operand<TFloat32> sin;
  private final Operand<TFloat32> mask; // (T, T)

  /** For tokens of shape (rows, width), both of them scalars. */
  CausalAttention(
      Ops tf, DecoderConfig config, DecoderMath math, Operand<TInt32> rows, Operand<TInt32> width) {
    this.tf = tf;
    this.config = config;
    this.math = math;
    this.rows = rows;
    this.width = width;
    Operand<TInt32> positions = tf.range(tf.constant(0), width, tf.constant(1));
    this.cos = math.ropeTable(DecoderMath.COS, positions);
    this.sin = math.ropeTable(DecoderMath.SIN, positions);
    this.mask = causalMask(positions);
  }

  /** Queries (R, H, T, D), keys and values (R, K, T, D), rotated where they are to be. */
  record Heads(Operand<TFloat32> queries, Operand<TFloat32> keys, Operand<TFloat32> values) {}

  /** 0 where a query (row) may look at a key (column), very negative elsewhere. */
  private Operand<TFloat32> causalMask(Operand<TInt32> positions) {
    Operand<TInt32> queries = tf.expandDims(positions, tf.constant(1));
    return tf.math.mul(
        tf.dtypes.cast(tf.math.less(queries, positions), TFloat32.class), tf.constant(-1e9f));
  }

  /** Takes a layer's joint projection (R * T, (H + 2K) * D) apart. */
  Heads heads(Operand<TFloat32> qkv) {
    int heads = config.heads();
    int kvHeads = config.kvHeads();
    Operand<TFloat32> apart =
        tf.linalg.transpose(
            tf.reshape(qkv, shape(rows, width, heads + 2 * kvHeads, config.headDim())),
            tf.constant(new int[] {0, 2, 1, 3})); // (R, H + 2K, T, D)
    Operand<TFloat32> turned =
        math.rotated(math.part(apart, 4, 1, 0, heads + kvHeads), cos, sin, 3);
    return new Heads(
        math.part(turned, 4, 1, 0, heads),
        math.part(turned, 4, 1, heads, kvHeads),
        math.part(apart, 4, 1, heads + kvHeads, kvHeads));
  }

  /** What the output matrix reads, (R * T, H * D). Queries carry attention's scale already. */
  Operand<TFloat32> mixed(Heads of) {
    int heads = config.heads();
    int kvHeads = config.kvHeads();
    int dim = config.headDim();
    Operand<TInt32> grouped = shape(rows, kvHeads, -1, dim); // (R, K, G * T, D)
    Operand<TFloat32> scores = math.batchMatMul(tf.reshape(of.queries(), grouped), of.keys(), true);
    Operand<TFloat32> weights =
        tf.nn.softmax(tf.math.add(tf.reshape(scores, shape(rows, heads, width, width)), mask));
    Operand<TFloat32> mixed =
        math.batchMatMul(tf.reshape(weights, shape(rows, kvHeads, -1, width)), of.values(), false);
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

// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.Collection;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceAny;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** One generated token for every row: the body of the decode loop. */
final class StepGraph {

  private final Ops tf;
  private final DecoderConfig config;
  private final DecoderMath math;
  private final KvCache cache;

  StepGraph(Ops tf, DecoderConfig config, int ropeRows) {
    this.tf = tf;
    this.config = config;
    this.math = new DecoderMath(tf, config, ropeRows);
    this.cache = new KvCache(tf, config);
  }

  /** The loop's variables after one more token. */
  LoopState next(LoopState state) {
    Operand<TInt32> step = state.integers(LoopState.STEP);
    Operand<TInt32> positions = state.integers(LoopState.POSITIONS);
    Operand<TFloat32> x =
        math.layers(state.integers(LoopState.TOKENS), attention(state, positions));
    Operand<TFloat32> settings = state.floats(LoopState.SETTINGS);
    GraphSampler.Draw draw =
        new GraphSampler(tf, config.vocabulary())
            .draw(
                math.logits(x),
                math.part(settings, 2, 1, 0, 1),
                math.part(settings, 2, 1, 1, 1),
                tf.gather(
                    state.floats(LoopState.UNIFORMS),
                    tf.expandDims(step, tf.constant(0)),
                    tf.constant(1)));
    Operand<TInt32> one = tf.constant(1);
    Operand<TInt32> zero = tf.constant(0);
    return state
        .with(LoopState.STEP, tf.math.add(step, one))
        .with(LoopState.TOKENS, draw.tokens())
        .with(LoopState.POSITIONS, tf.math.add(positions, one))
        .with(LoopState.LIMITS, limits(state.integers(LoopState.LIMITS), draw.tokens()))
        .with(
            LoopState.DRAWN,
            tf.concat(
                List.of(state.integers(LoopState.DRAWN), tf.expandDims(draw.tokens(), zero)), zero))
        .with(
            LoopState.LOG_PROBABILITIES,
            tf.concat(
                List.of(
                    state.floats(LoopState.LOG_PROBABILITIES),
                    tf.expandDims(draw.logProbabilities(), zero)),
                zero));
  }

  /** A row that drew an end token needs no more steps. */
  private Operand<TInt32> limits(Operand<TInt32> limits, Operand<TInt32> drawn) {
    Collection<Integer> ends = config.endTokens();
    Operand<TInt32> endTokens = tf.constant(ends.stream().mapToInt(Integer::intValue).toArray());
    Operand<TBool> ended =
        tf.reduceAny(
            tf.math.equal(tf.expandDims(drawn, tf.constant(1)), endTokens),
            tf.constant(1),
            new ReduceAny.Options[0]);
    return tf.math.mul(limits, tf.dtypes.cast(tf.math.logicalNot(ended), TInt32.class));
  }

  private DecoderMath.Attention attention(LoopState state, Operand<TInt32> positions) {
    int heads = config.heads();
    int kvHeads = config.kvHeads();
    int dim = config.headDim();
    Operand<TInt32> outer = tf.expandDims(positions, tf.constant(1)); // (B, 1)
    Operand<TFloat32> cos = math.ropeTable(DecoderMath.COS, outer); // (B, 1, D)
    Operand<TFloat32> sin = math.ropeTable(DecoderMath.SIN, outer);
    Operand<TFloat32> mask = mask(state.integers(LoopState.COLUMNS), positions);
    Operand<TInt32> indices = cacheIndices(state.integers(LoopState.ROWS), positions);
    return (layer, qkv) -> {
      Operand<TFloat32> apart =
          tf.reshape(qkv, tf.constant(new int[] {-1, heads + 2 * kvHeads, dim}));
      Operand<TFloat32> turned =
          math.rotated(math.part(apart, 3, 1, 0, heads + kvHeads), cos, sin, 2);
      Operand<TFloat32> q = math.part(turned, 3, 1, 0, heads);
      Operand<TFloat32> k = math.part(turned, 3, 1, heads, kvHeads);
      Operand<TFloat32> v = math.part(apart, 3, 1, heads + kvHeads, kvHeads);
      Operand<TFloat32> keys = cache.written(layer, KvCache.Kind.KEYS, indices, k);
      Operand<TFloat32> values = cache.written(layer, KvCache.Kind.VALUES, indices, v);

      Operand<TInt32> grouped = tf.constant(new int[] {-1, kvHeads, heads / kvHeads, dim});
      Operand<TFloat32> scores = math.batchMatMul(tf.reshape(q, grouped), keys, true);
      Operand<TFloat32> masked =
          tf.ensureShape( // (B, K, G, L); without a known rank TensorFlow logs complaints
              tf.math.add(scores, mask), Shape.of(-1, kvHeads, heads / kvHeads, -1));
      Operand<TFloat32> mixed = math.batchMatMul(tf.nn.softmax(masked), values, false);
      return tf.reshape(mixed, tf.constant(new int[] {-1, heads * dim}));
    };
  }

  /** 0 at the positions that were read, very negative behind them; (B, 1, 1, L). */
  private Operand<TFloat32> mask(Operand<TInt32> columns, Operand<TInt32> positions) {
    Operand<TInt32> own = tf.reshape(positions, tf.constant(new int[] {-1, 1, 1, 1}));
    return tf.math.mul(
        tf.dtypes.cast(tf.math.less(own, columns), TFloat32.class), tf.constant(-1e9f));
  }

  /** (row, kv head, position) of every vector to be written, (B, K, 3). */
  private Operand<TInt32> cacheIndices(Operand<TInt32> rows, Operand<TInt32> positions) {
    Operand<TInt32> own = tf.reshape(positions, tf.constant(new int[] {-1, 1, 1}));
    return tf.math.add(rows, tf.math.mul(own, tf.constant(new int[] {0, 0, 1})));
  }
}

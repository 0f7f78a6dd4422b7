// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Keys and values of the positions that were read, (B, K, L, D) for each layer. Reference variables
 * because they are written in place; resource variables would be copied at every read. The cache is
 * exactly as large as the batch needs: it is rebuilt when rows come, go or grow.
 */
final class KvCache {

  private final Ops tf;
  private final DecoderConfig config;

  KvCache(Ops tf, DecoderConfig config) {
    this.tf = tf;
    this.config = config;
  }

  /** One of a layer's two variables. */
  enum Kind {
    KEYS,
    VALUES
  }

  /**
   * The variable. The old operation "Variable" takes an empty shape for an unknown one, which this
   * is: it changes with the batch; VariableV2 wants it fixed.
   */
  private Operand<TFloat32> variable(int layer, Kind kind) {
    String name = "cache_" + layer + "_" + kind;
    return tf.scope()
        .opBuilder("Variable", name)
        .setAttr("shape", Shape.scalar())
        .setAttr("dtype", DataType.DT_FLOAT)
        .setAttr("shared_name", name)
        .build()
        .output(0);
  }

  /** The variable after {@code rows} (B, K, D) were written to {@code indices} (B, K, 3). */
  Operand<TFloat32> written(int layer, Kind kind, Operand<TInt32> indices, Operand<TFloat32> rows) {
    return tf.scatterNdUpdate(variable(layer, kind), indices, rows);
  }

  /** Empties the cache. */
  Op cleared(int layer, Kind kind) {
    Operand<TFloat32> nothing =
        tf.fill(tf.constant(new int[] {0, config.kvHeads(), 0, config.headDim()}), tf.constant(0f));
    return tf.assign(variable(layer, kind), nothing, Assign.validateShape(false));
  }

  /** Keeps, drops and reorders rows and changes the number of positions. */
  Op rebuilt(int layer, Kind kind, Layout layout) {
    return replaced(layer, kind, old(layer, kind, layout), layout);
  }

  /** The same, with {@code fresh} rows (R, K, T, D) to choose from behind the old ones. */
  Op rebuilt(int layer, Kind kind, Layout layout, Operand<TFloat32> fresh) {
    Operand<TFloat32> padded = padded(fresh, layout.freshGrowth());
    Operand<TFloat32> all = tf.concat(List.of(old(layer, kind, layout), padded), tf.constant(0));
    return replaced(layer, kind, all, layout);
  }

  private Op replaced(int layer, Kind kind, Operand<TFloat32> candidates, Layout layout) {
    Operand<TFloat32> rows = tf.gather(candidates, layout.from(), tf.constant(0));
    return tf.assign(variable(layer, kind), rows, Assign.validateShape(false));
  }

  private Operand<TFloat32> old(int layer, Kind kind, Layout layout) {
    Operand<TInt32> size =
        tf.math.add(
            tf.constant(new int[] {-1, -1, 0, -1}),
            tf.math.mul(tf.constant(new int[] {0, 0, 1, 0}), layout.kept()));
    Operand<TFloat32> kept =
        tf.slice(variable(layer, kind), tf.constant(new int[] {0, 0, 0, 0}), size);
    return padded(kept, layout.growth());
  }

  private Operand<TFloat32> padded(Operand<TFloat32> rows, Operand<TInt32> growth) {
    Operand<TInt32> third = tf.constant(new int[][] {{0, 0}, {0, 0}, {0, 1}, {0, 0}});
    return tf.pad(rows, tf.math.mul(third, growth), tf.constant(0f));
  }

  /**
   * How the new cache follows from the old.
   *
   * @param from for each new row the old row that it was, (B)
   * @param kept positions of the old rows to keep
   * @param growth empty positions behind them
   * @param freshGrowth empty positions behind those of fresh rows
   */
  record Layout(
      Operand<TInt32> from,
      Operand<TInt32> kept,
      Operand<TInt32> growth,
      Operand<TInt32> freshGrowth) {}
}

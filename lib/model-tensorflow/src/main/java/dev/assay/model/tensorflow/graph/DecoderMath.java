// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.checkpoint.Weights;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The parts of a Qwen2 layer that reading a prompt and generating a token have in common; how
 * queries meet keys is left to an {@link Attention}.
 */
final class DecoderMath {

  static final String COS = "rope_cos";
  static final String SIN = "rope_sin";

  private final Ops tf;
  private final DecoderConfig config;
  private final int ropeRows;
  private final WeightSource weights;

  /** Reads its weights from variables. */
  DecoderMath(Ops tf, DecoderConfig config, int ropeRows) {
    this(tf, config, ropeRows, (name, shape) -> GraphWeights.read(tf, name, shape));
  }

  DecoderMath(Ops tf, DecoderConfig config, int ropeRows, WeightSource weights) {
    this.tf = tf;
    this.config = config;
    this.ropeRows = ropeRows;
    this.weights = weights;
  }

  /** Mixes positions: given a layer's joint projection, returns what its output matrix reads. */
  @FunctionalInterface
  interface Attention {
    /** (n, (H + 2K) * D) to (n, H * D). */
    Operand<TFloat32> attend(int layer, Operand<TFloat32> qkv);
  }

  /** Token ids (n) to the residual stream (n, hidden) behind the last layer. */
  Operand<TFloat32> layers(Operand<TInt32> tokens, Attention attention) {
    Operand<TFloat32> embedding =
        weights.read(Weights.EMBEDDING, config.vocabulary(), config.hidden());
    Operand<TFloat32> x = tf.gather(embedding, tokens, tf.constant(0));
    for (int layer = 0; layer < config.layers(); layer++) {
      x = tf.math.add(x, attentionBlock(layer, x, attention));
      x = tf.math.add(x, feedForward(layer, x));
    }
    return x;
  }

  /** The residual stream (n, hidden) to logits (n, V). */
  Operand<TFloat32> logits(Operand<TFloat32> x) {
    return tf.linalg.matMul(
        normalised(x), weights.read(Weights.HEAD, config.hidden(), config.vocabulary()));
  }

  private Operand<TFloat32> attentionBlock(int layer, Operand<TFloat32> x, Attention attention) {
    Operand<TFloat32> weight = read(layer, Weights.QKV, config.hidden(), config.qkvWidth());
    Operand<TFloat32> bias = read(layer, Weights.QKV_BIAS, config.qkvWidth());
    Operand<TFloat32> qkv = tf.nn.biasAdd(tf.linalg.matMul(normalised(x), weight), bias);
    int width = config.heads() * config.headDim();
    return tf.linalg.matMul(
        attention.attend(layer, qkv), read(layer, Weights.OUT, width, config.hidden()));
  }

  /** down(silu(gate(x)) * up(x)). */
  private Operand<TFloat32> feedForward(int layer, Operand<TFloat32> x) {
    int width = config.intermediate();
    Operand<TFloat32> both =
        tf.linalg.matMul(normalised(x), read(layer, Weights.GATE_UP, config.hidden(), 2L * width));
    List<Output<TFloat32>> halves = tf.split(tf.constant(1), both, 2L).output();
    Operand<TFloat32> gate = halves.get(0);
    Operand<TFloat32> silu = tf.math.mul(gate, tf.math.sigmoid(gate));
    return tf.linalg.matMul(
        tf.math.mul(silu, halves.get(1)), read(layer, Weights.DOWN, width, config.hidden()));
  }

  /** x / rms(x); the norm's scale is part of the matrix that follows. */
  private Operand<TFloat32> normalised(Operand<TFloat32> x) {
    Operand<TFloat32> meanSquare =
        tf.math.mean(tf.math.square(x), tf.constant(-1), Mean.keepDims(true));
    Operand<TFloat32> epsilon = tf.constant((float) config.rmsEpsilon());
    return tf.math.mul(x, tf.math.rsqrt(tf.math.add(meanSquare, epsilon)));
  }

  private Operand<TFloat32> read(int layer, String matrix, long... shape) {
    return weights.read(Weights.ofLayer(layer, matrix), shape);
  }

  /** Cosines or signed sines of positions, (positions..., D). */
  Operand<TFloat32> ropeTable(String table, Operand<TInt32> positions, Gather.Options... options) {
    Operand<TFloat32> rows = GraphWeights.read(tf, table, ropeRows, config.headDim());
    return tf.gather(rows, positions, tf.constant(0), options);
  }

  /** Turns each pair (x_i, x_{i + D/2}) by its position's angle; the last axis is D. */
  Operand<TFloat32> rotated(
      Operand<TFloat32> x, Operand<TFloat32> cos, Operand<TFloat32> sin, int lastAxis) {
    var halves = tf.split(tf.constant(lastAxis), x, 2L).output();
    Operand<TFloat32> swapped =
        tf.concat(List.of(halves.get(1), halves.get(0)), tf.constant(lastAxis));
    return tf.math.add(tf.math.mul(x, cos), tf.math.mul(swapped, sin));
  }

  /** a times b over the last two axes; V2 is the version that oneDNN speeds up. */
  Operand<TFloat32> batchMatMul(Operand<TFloat32> a, Operand<TFloat32> b, boolean transposeB) {
    return tf.scope()
        .opBuilder("BatchMatMulV2", "BatchMatMul")
        .addInput(a.asOutput())
        .addInput(b.asOutput())
        .setAttr("adj_y", transposeB)
        .build()
        .output(0);
  }

  /** Part of an axis, from {@code begin}; everything of the axes around it. */
  Operand<TFloat32> part(Operand<TFloat32> x, int rank, int axis, int begin, int size) {
    int[] begins = new int[rank];
    int[] sizes = new int[rank];
    Arrays.fill(sizes, -1);
    begins[axis] = begin;
    sizes[axis] = size;
    return tf.slice(x, tf.constant(begins), tf.constant(sizes));
  }
}

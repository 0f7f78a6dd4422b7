// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The decoder's weights in the layout of the graph, read from the file one matrix at a time so that
 * a large model is never in memory twice.
 *
 * <p>Three things are folded in while reading, each of which saves an operation per token: a norm's
 * scale into the matrix that follows it, query, key and value (and gate and up) into one matrix,
 * and attention's {@code 1/sqrt(headDim)} into the query.
 */
public final class Weights {

  /** The embedding table, {@code [vocabulary, hidden]}. */
  public static final String EMBEDDING = "embedding";

  /** The output matrix with the final norm's scale, {@code [hidden, vocabulary]}. */
  public static final String HEAD = "head";

  /** Query, key and value, {@code [hidden, qkvWidth]}. */
  public static final String QKV = "qkv";

  /** Their biases, {@code [qkvWidth]}. */
  public static final String QKV_BIAS = "qkv_bias";

  /** Attention's output, {@code [heads * headDim, hidden]}. */
  public static final String OUT = "out";

  /** Gate and up, {@code [hidden, 2 * intermediate]}. */
  public static final String GATE_UP = "gate_up";

  /** Back to the residual stream, {@code [intermediate, hidden]}. */
  public static final String DOWN = "down";

  private final DecoderConfig config;
  private final Safetensors file;

  Weights(DecoderConfig config, Safetensors file) {
    this.config = config;
    this.file = file;
    requireAll();
  }

  /** The name of a matrix of one layer. */
  public static String ofLayer(int layer, String matrix) {
    return "layer" + layer + "/" + matrix;
  }

  static String tensor(int layer, String name) {
    return "model.layers." + layer + "." + name;
  }

  private void requireAll() {
    int hidden = config.hidden();
    int queries = config.heads() * config.headDim();
    int keys = config.kvHeads() * config.headDim();
    file.require("model.embed_tokens.weight", config.vocabulary(), hidden);
    file.require("model.norm.weight", hidden);
    if (!config.tied()) {
      file.require("lm_head.weight", config.vocabulary(), hidden);
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      file.require(tensor(layer, "input_layernorm.weight"), hidden);
      file.require(tensor(layer, "post_attention_layernorm.weight"), hidden);
      file.require(tensor(layer, "self_attn.q_proj.weight"), queries, hidden);
      file.require(tensor(layer, "self_attn.q_proj.bias"), queries);
      file.require(tensor(layer, "self_attn.k_proj.weight"), keys, hidden);
      file.require(tensor(layer, "self_attn.k_proj.bias"), keys);
      file.require(tensor(layer, "self_attn.v_proj.weight"), keys, hidden);
      file.require(tensor(layer, "self_attn.v_proj.bias"), keys);
      file.require(tensor(layer, "self_attn.o_proj.weight"), hidden, queries);
      file.require(tensor(layer, "mlp.gate_proj.weight"), config.intermediate(), hidden);
      file.require(tensor(layer, "mlp.up_proj.weight"), config.intermediate(), hidden);
      file.require(tensor(layer, "mlp.down_proj.weight"), hidden, config.intermediate());
    }
  }

  /** Hands over every matrix once, under its name. */
  public void forEach(BiConsumer<String, Matrix> use) {
    float[] embedding = file.floats("model.embed_tokens.weight");
    use.accept(
        EMBEDDING,
        new Matrix(embedding, List.of((long) config.vocabulary(), (long) config.hidden())));
    float[] head = config.tied() ? embedding : file.floats("lm_head.weight");
    use.accept(HEAD, Matrix.joined(file.floats("model.norm.weight"), head));
    for (int layer = 0; layer < config.layers(); layer++) {
      attention(layer, use);
      feedForward(layer, use);
    }
  }

  private void attention(int layer, BiConsumer<String, Matrix> use) {
    float scale = (float) (1 / Math.sqrt(config.headDim()));
    float[] query = scaled(floats(layer, "self_attn.q_proj.weight"), scale);
    float[] queryBias = scaled(floats(layer, "self_attn.q_proj.bias"), scale);
    use.accept(
        ofLayer(layer, QKV),
        Matrix.joined(
            floats(layer, "input_layernorm.weight"),
            query,
            floats(layer, "self_attn.k_proj.weight"),
            floats(layer, "self_attn.v_proj.weight")));
    use.accept(
        ofLayer(layer, QKV_BIAS),
        Matrix.vector(
            concatenated(
                queryBias,
                floats(layer, "self_attn.k_proj.bias"),
                floats(layer, "self_attn.v_proj.bias"))));
    use.accept(
        ofLayer(layer, OUT),
        Matrix.joined(
            ones(config.heads() * config.headDim()), floats(layer, "self_attn.o_proj.weight")));
  }

  private void feedForward(int layer, BiConsumer<String, Matrix> use) {
    use.accept(
        ofLayer(layer, GATE_UP),
        Matrix.joined(
            floats(layer, "post_attention_layernorm.weight"),
            floats(layer, "mlp.gate_proj.weight"),
            floats(layer, "mlp.up_proj.weight")));
    use.accept(
        ofLayer(layer, DOWN),
        Matrix.joined(ones(config.intermediate()), floats(layer, "mlp.down_proj.weight")));
  }

  private float[] floats(int layer, String name) {
    return file.floats(tensor(layer, name));
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static float[] scaled(float[] values, float scale) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return values;
  }

  private static float[] concatenated(float[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    float[] all = new float[length];
    int next = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, next, part.length);
      next += part.length;
    }
    return all;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained graph's matrices under the names and in the layout of a Hugging Face checkpoint: the
 * way of {@link Weights} back. Norms get a scale of 1, as theirs is part of the matrices behind
 * them.
 */
final class CheckpointTensors {

  private final DecoderConfig config;
  private final Map<String, Matrix> weights;
  private final Map<String, Matrix> tensors = new HashMap<>();

  private CheckpointTensors(DecoderConfig config, Map<String, Matrix> weights) {
    this.config = config;
    this.weights = new HashMap<>(weights);
  }

  /**
   * Splits and transposes.
   *
   * @throws IllegalArgumentException if a matrix is missing, superfluous, or of another shape
   */
  static Map<String, Matrix> of(DecoderConfig config, Map<String, Matrix> weights) {
    CheckpointTensors checkpoint = new CheckpointTensors(config, weights);
    checkpoint.ends();
    for (int layer = 0; layer < config.layers(); layer++) {
      checkpoint.attention(layer);
      checkpoint.feedForward(layer);
    }
    if (!checkpoint.weights.isEmpty()) {
      throw new IllegalArgumentException(
          "weights hold %s (expected: no more than the configuration names)"
              .formatted(checkpoint.weights.keySet()));
    }
    return checkpoint.tensors;
  }

  private void ends() {
    tensors.put("model.embed_tokens.weight", take(Weights.EMBEDDING, vocabulary(), hidden()));
    tensors.put("model.norm.weight", ones());
    if (!config.tied()) {
      Matrix head = take(Weights.HEAD, hidden(), vocabulary());
      tensors.put("lm_head.weight", head.layer(0, vocabulary()));
    }
  }

  private void attention(int layer) {
    int queries = config.heads() * config.headDim();
    int keys = config.kvHeads() * config.headDim();
    Matrix qkv = take(layer, Weights.QKV, hidden(), config.qkvWidth());
    Matrix bias = take(layer, Weights.QKV_BIAS, config.qkvWidth());
    put(layer, "input_layernorm.weight", ones());
    put(layer, "self_attn.q_proj.weight", qkv.layer(0, queries));
    put(layer, "self_attn.k_proj.weight", qkv.layer(queries, keys));
    put(layer, "self_attn.v_proj.weight", qkv.layer(queries + keys, keys));
    put(layer, "self_attn.q_proj.bias", bias.part(0, queries));
    put(layer, "self_attn.k_proj.bias", bias.part(queries, keys));
    put(layer, "self_attn.v_proj.bias", bias.part(queries + keys, keys));
    Matrix out = take(layer, Weights.OUT, queries, hidden());
    put(layer, "self_attn.o_proj.weight", out.layer(0, hidden()));
  }

  private void feedForward(int layer) {
    int width = config.intermediate();
    Matrix both = take(layer, Weights.GATE_UP, hidden(), 2 * width);
    put(layer, "post_attention_layernorm.weight", ones());
    put(layer, "mlp.gate_proj.weight", both.layer(0, width));
    put(layer, "mlp.up_proj.weight", both.layer(width, width));
    Matrix down = take(layer, Weights.DOWN, width, hidden());
    put(layer, "mlp.down_proj.weight", down.layer(0, hidden()));
  }

  private Matrix take(int layer, String name, int... shape) {
    return take(Weights.ofLayer(layer, name), shape);
  }

  private Matrix take(String name, int... shape) {
    List<Long> expected = Arrays.stream(shape).mapToObj(Long::valueOf).toList();
    Matrix matrix = weights.remove(name);
    if (matrix == null || !matrix.shape().equals(expected)) {
      throw new IllegalArgumentException(
          "weights: %s %s (expected: shape %s)"
              .formatted(
                  name, matrix == null ? "is missing" : "has shape " + matrix.shape(), expected));
    }
    return matrix;
  }

  private void put(int layer, String name, Matrix tensor) {
    tensors.put(Weights.tensor(layer, name), tensor);
  }

  private Matrix ones() {
    float[] ones = new float[hidden()];
    Arrays.fill(ones, 1);
    return Matrix.vector(ones);
  }

  private int hidden() {
    return config.hidden();
  }

  private int vocabulary() {
    return config.vocabulary();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a decoder's shape from {@code config.json}, and refuses what it would not compute. */
final class DecoderConfigFile {

  static final String ARCHITECTURE = "Qwen2ForCausalLM";

  private DecoderConfigFile() {}

  /**
   * Reads it from a checkpoint's folder.
   *
   * @throws ModelLoadException naming the field, its value and what was expected
   */
  static DecoderConfig read(Path folder) {
    JsonFile json = JsonFile.read(folder.resolve("config.json"));
    requireSupported(json);
    int hidden = json.positiveInt("hidden_size");
    int heads = json.positiveInt("num_attention_heads");
    int kvHeads = json.positiveInt("num_key_value_heads", heads);
    int headDim = json.positiveInt("head_dim", Math.max(1, hidden / heads));
    requireDivisible(json, hidden, heads, kvHeads, headDim);
    int vocabulary = json.positiveInt("vocab_size");
    return new DecoderConfig(
        new DecoderConfig.Widths(vocabulary, hidden, json.positiveInt("intermediate_size")),
        json.positiveInt("num_hidden_layers"),
        new DecoderConfig.Attention(heads, kvHeads, headDim),
        json.positiveInt("max_position_embeddings"),
        json.positiveDouble("rope_theta", 10_000),
        json.positiveDouble("rms_norm_eps", 1e-6),
        json.flag("tie_word_embeddings", false),
        endTokens(json, vocabulary));
  }

  private static void requireSupported(JsonFile json) {
    JsonNode architectures = json.required("architectures", "[\"" + ARCHITECTURE + "\"]");
    if (architectures.size() != 1 || !ARCHITECTURE.equals(architectures.get(0).asString(""))) {
      throw json.wrong("architectures", architectures, "[\"" + ARCHITECTURE + "\"]");
    }
    json.only("hidden_act", "silu");
    if (json.flag("use_sliding_window", false)) {
      throw json.wrong("use_sliding_window", json.root().get("use_sliding_window"), "false");
    }
    if (!json.absent("rope_scaling")) {
      throw json.wrong("rope_scaling", json.root().get("rope_scaling"), "null");
    }
  }

  private static void requireDivisible(
      JsonFile json, int hidden, int heads, int kvHeads, int headDim) {
    if (json.absent("head_dim") && hidden % heads != 0) {
      throw json.wrong(
          "hidden_size", json.root().get("hidden_size"), "a multiple of the " + heads + " heads");
    }
    if (heads % kvHeads != 0) {
      throw json.wrong(
          "num_key_value_heads",
          json.root().get("num_key_value_heads"),
          "a divisor of the " + heads + " heads");
    }
    if (headDim % 2 != 0) {
      throw new ModelLoadException(json.path(), "head_dim: " + headDim, "an even number");
    }
  }

  private static Set<Integer> endTokens(JsonFile json, int vocabulary) {
    String expected = "token ids from 0 to " + (vocabulary - 1);
    JsonNode node = json.required("eos_token_id", expected);
    Set<Integer> ids = new LinkedHashSet<>();
    for (JsonNode id : node.isArray() ? node : List.of(node)) {
      if (!id.isIntegralNumber() || id.longValue() < 0 || id.longValue() >= vocabulary) {
        throw json.wrong("eos_token_id", node, expected);
      }
      ids.add(id.intValue());
    }
    if (ids.isEmpty()) {
      throw json.wrong("eos_token_id", node, expected);
    }
    return ids;
  }
}

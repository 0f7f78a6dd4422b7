// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a trained decoder as a model folder that {@link Checkpoint} and everybody who reads
 * Hugging Face's Qwen2 can open.
 */
public final class CheckpointWriter {

  private static final ObjectWriter JSON = JsonMapper.shared().writerWithDefaultPrettyPrinter();

  private CheckpointWriter() {}

  /**
   * Writes {@code model.safetensors}, {@code tokenizer.json} and, last, {@code config.json}, each
   * of them whole or not at all, over what the folder had under these names.
   *
   * @param vocabulary by id, the one character that a token spells, or null for an id without use;
   *     the token of id 0 also stands for padding and for whatever has no token
   * @param weights in the layout of {@link Weights} and under its names, with one difference: the
   *     queries are <b>not</b> divided by {@code sqrt(headDim)}, as a graph that trains divides the
   *     scores instead. {@link Weights#HEAD} belongs to it unless the configuration is tied
   * @param type the format of the weights
   * @throws IllegalArgumentException if vocabulary or weights do not fit the configuration
   * @throws java.io.UncheckedIOException if a file cannot be written
   */
  public static void write(
      Path folder,
      DecoderConfig config,
      List<@Nullable String> vocabulary,
      Map<String, Matrix> weights,
      ElementType type) {
    byte[] tokenizer = JSON.writeValueAsBytes(tokenizer(config, vocabulary));
    Map<String, Matrix> tensors = CheckpointTensors.of(config, weights);
    SafetensorsWriter.write(
        folder.resolve("model.safetensors"), tensors, type, Map.of("format", "pt"));
    AtomicFile.write(folder.resolve("tokenizer.json"), tokenizer);
    AtomicFile.write(
        folder.resolve("config.json"), JSON.writeValueAsBytes(configuration(config, type)));
  }

  private static Map<String, Object> configuration(DecoderConfig config, ElementType type) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("architectures", List.of(DecoderConfigFile.ARCHITECTURE));
    fields.put("model_type", "qwen2");
    fields.put("vocab_size", config.vocabulary());
    fields.put("hidden_size", config.hidden());
    fields.put("intermediate_size", config.intermediate());
    fields.put("num_hidden_layers", config.layers());
    fields.put("num_attention_heads", config.heads());
    fields.put("num_key_value_heads", config.kvHeads());
    fields.put("head_dim", config.headDim());
    fields.put("max_position_embeddings", config.context());
    fields.put("rope_theta", config.ropeTheta());
    fields.put("rms_norm_eps", config.rmsEpsilon());
    fields.put("tie_word_embeddings", config.tied());
    fields.put("hidden_act", "silu");
    fields.put("attention_dropout", 0.0);
    fields.put("use_sliding_window", false);
    fields.put("pad_token_id", 0);
    fields.put("eos_token_id", endTokens(config.endTokens()));
    fields.put("torch_dtype", type.torchName());
    return fields;
  }

  private static Object endTokens(Set<Integer> ids) {
    return ids.size() == 1 ? ids.iterator().next() : new TreeSet<>(ids);
  }

  private static Map<String, Object> tokenizer(
      DecoderConfig config, List<@Nullable String> vocabulary) {
    Map<String, Integer> ids = ids(config, vocabulary);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", "1.0");
    fields.put("truncation", null);
    fields.put("padding", null);
    fields.put("added_tokens", List.of());
    fields.put("normalizer", null);
    fields.put("pre_tokenizer", eachCharacter());
    fields.put("post_processor", null);
    fields.put("decoder", Map.of("type", "Fuse"));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("type", "WordLevel");
    model.put("vocab", ids);
    model.put("unk_token", ids.keySet().iterator().next());
    fields.put("model", model);
    return fields;
  }

  private static Map<String, Object> eachCharacter() {
    Map<String, Object> split = new LinkedHashMap<>();
    split.put("type", "Split");
    split.put("pattern", Map.of("Regex", "[\\s\\S]"));
    split.put("behavior", "Isolated");
    split.put("invert", false);
    return split;
  }

  private static Map<String, Integer> ids(DecoderConfig config, List<@Nullable String> vocabulary) {
    if (vocabulary.size() != config.vocabulary()) {
      throw new IllegalArgumentException(
          "vocabulary: %d tokens (expected: %d, as in the configuration)"
              .formatted(vocabulary.size(), config.vocabulary()));
    }
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      String token = vocabulary.get(id);
      if (token != null && (token.codePointCount(0, token.length()) != 1)) {
        throw new IllegalArgumentException(
            "vocabulary: \"%s\" for id %d (expected: one character)".formatted(token, id));
      }
      Integer before = ids.put(token == null ? "<unused" + id + ">" : token, id);
      if (before != null) {
        throw new IllegalArgumentException(
            "vocabulary: \"%s\" for ids %d and %d (expected: one id)".formatted(token, before, id));
      }
    }
    return ids;
  }
}

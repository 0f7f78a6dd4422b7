// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model folder must hold, and what its refusal says. */
class CheckpointTests {

  private static final String NORM = "model.norm.weight";

  @TempDir Path folder;

  @Test
  void aGoodFolderOpens() {
    try (Checkpoint checkpoint = Checkpoint.open(new TinyFolder(folder).write());
        Tokenizer tokenizer = checkpoint.tokenizer()) {
      assertThat(checkpoint.config().endTokens()).containsExactly(7);
      assertThat(checkpoint.config().qkvWidth()).isEqualTo(8);
      assertThat(tokenizer.encode("fade")).containsExactly(6, 1, 4, 5);
      assertThat(matrices(checkpoint)).hasSize(7).containsKey("layer0/gate_up");
    }
  }

  @Test
  void theParameterCountIsThatOfTheFile() {
    TinyFolder tiny = new TinyFolder(folder);
    try (Checkpoint checkpoint = Checkpoint.open(tiny.write());
        Tokenizer _ = checkpoint.tokenizer()) {
      assertThat(checkpoint.config().parameters()).isEqualTo(32 + 4 + 4 + 4 + 40 + 16 + 72);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"F16", "BF16"})
  void halfPrecisionWeightsBecomeFloats(String dtype) {
    TinyFolder tiny = new TinyFolder(folder);
    tiny.tensor("model.embed_tokens.weight", floats(List.of(8, 4), 1.5f, 32));
    try (Checkpoint checkpoint = Checkpoint.open(tiny.halved(dtype).write());
        Tokenizer _ = checkpoint.tokenizer()) {
      assertThat(matrices(checkpoint).get(Weights.EMBEDDING).values()).containsOnly(1.5f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "tokenizer.json", "model.safetensors"})
  void aMissingFileIsNamed(String file) throws Exception {
    Path missing = new TinyFolder(folder).write().resolve(file);
    Files.delete(missing);
    refused(missing + ": no such file");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> Checkpoint.open(folder.resolve("none")))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("none: no such folder (expected: config.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Qwen2ForCausalLM|LlamaForCausalLM|architectures: [\"LlamaForCausalLM\"] (expected: [\"Qwen",
        "\"hidden_size\": 4,||hidden_size is missing (expected: an integer above 0)",
        "\"vocab_size\": 8|\"vocab_size\": -1|vocab_size: -1 (expected: an integer above 0)",
        "\"hidden_size\": 4|\"hidden_size\": 5|hidden_size: 5 (expected: a multiple of the 2 heads)",
        "value_heads\": 1|value_heads\": 3|num_key_value_heads: 3 (expected: a divisor of the 2",
        "\"silu\"|\"gelu\"|hidden_act: \"gelu\" (expected: \"silu\")",
        "_id\": 7|_id\": 8|eos_token_id: 8 (expected: token ids from 0 to 7)",
        "10000.0|\"x\"|rope_theta: \"x\" (expected: a number above 0)",
      })
  void aConfigurationThatDoesNotFitIsRefused(String from, String to, String message) {
    new TinyFolder(folder).config(from, to == null ? "" : to).write();
    refused("config.json: " + message);
  }

  @Test
  void aWeightFileThatEndsInItsHeaderIsRefused() {
    new TinyFolder(folder).writeTruncated(100);
    refused("model.safetensors: truncated: header of ");
  }

  @Test
  void aWeightFileThatEndsInItsLengthIsRefused() {
    new TinyFolder(folder).writeTruncated(5);
    refused("model.safetensors: 5 bytes long (expected: at least 8 bytes)");
  }

  @Test
  void aWeightFileThatEndsInItsDataIsRefused() {
    TinyFolder tiny = new TinyFolder(folder);
    long size = tiny.write().resolve("model.safetensors").toFile().length();
    tiny.writeTruncated((int) size - 1);
    refused("mlp.down_proj.weight ends at byte 688 (expected: at most 687");
  }

  @ParameterizedTest
  @ValueSource(longs = {100_000_001, Long.MAX_VALUE, -1, 0})
  void anAbsurdHeaderLengthIsRefused(long length) {
    new TinyFolder(folder).write(length, "{}", new byte[8]);
    refused("header length " + Long.toUnsignedString(length) + " (expected: 2 to 100000000)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0,8]|[4,12]|tensor b overlaps the one before it: it begins at byte 4 (expected: byte 8)",
        "[0,8]|[12,20]|tensor b leaves a hole: it begins at byte 12 (expected: byte 8)",
        "[0,8]|[8,16]|4 bytes after the last tensor (expected: none)",
        "[0,8]|[16,24]|tensor b ends at byte 24 (expected: at most 20, the size of the data)",
        "[0,8]|[8,20]|tensor b spans 12 bytes (expected: 8 for F32[2])",
        "[0,8]|[-8,0]|tensor b: data_offsets holds -8 (expected: integers from 0)",
        "[0,8]|[8]|expected: dtype, shape and two data_offsets",
      })
  void offsetsThatCannotBeTrueAreRefused(String a, String b, String message) {
    String entry = "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":%s}";
    String header = "{\"a\":" + entry.formatted(a) + ",\"b\":" + entry.formatted(b) + "}";
    new TinyFolder(folder).write(header.length(), header, new byte[20]);
    refused(message);
  }

  @Test
  void aShapeThatOverflowsIsRefused() {
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}";
    new TinyFolder(folder).write(header.length(), header, new byte[0]);
    refused("tensor a: shape [4294967296, 4294967296] (expected: a size below 2^63 bytes)");
  }

  @Test
  void aHeaderThatIsNotJsonIsRefused() {
    new TinyFolder(folder).write(4, "{{{{", new byte[0]);
    refused("model.safetensors: header is not JSON");
  }

  @Test
  void aMissingTensorIsNamed() {
    new TinyFolder(folder).without(NORM).write();
    refused("tensor " + NORM + " is missing (expected: shape [4])");
  }

  @Test
  void aWrongShapeIsRefused() {
    new TinyFolder(folder).tensor(NORM, floats(List.of(2, 2), 1, 4)).write();
    refused("tensor " + NORM + " has shape [2, 2] (expected: [4])");
  }

  @Test
  void aWrongTypeIsRefused() {
    new TinyFolder(folder)
        .tensor(NORM, new TinyFolder.Tensor("I64", List.of(4), new byte[32]))
        .write();
    refused("tensor " + NORM + " has dtype I64 (expected: [F32, F16, BF16])");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void weightsThatAreNotNumbersAreRefused(float value) {
    new TinyFolder(folder)
        .tensor(NORM, TinyFolder.Tensor.floats(List.of(4), 1, 1, value, 1))
        .write();
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        Tokenizer _ = checkpoint.tokenizer()) {
      assertThatThrownBy(() -> matrices(checkpoint))
          .isInstanceOf(ModelLoadException.class)
          .hasMessageContaining(
              "tensor " + NORM + " holds " + value + " at index 2 (expected: finite values)");
    }
  }

  @Test
  void aTokenizerWithMoreTokensThanTheModelIsRefused() {
    new TinyFolder(folder).tokenizer("\"f\": 6", "\"f\": 8").write();
    refused("tokenizer.json: token \"f\" has id 8 (expected: 0 to 7, as vocab_size");
  }

  @Test
  void aTokenizerThatDecodesOtherwiseIsRefused() {
    new TinyFolder(folder).tokenizer("Fuse", "WordPiece").write();
    refused("tokenizer.json: decoder.type: WordPiece (expected: ByteLevel, Fuse or none)");
  }

  @Test
  void textOutsideTheVocabularyIsRefusedInsteadOfMisread() {
    try (Checkpoint checkpoint = Checkpoint.open(new TinyFolder(folder).write());
        Tokenizer tokenizer = checkpoint.tokenizer()) {
      assertThat(tokenizer.encode("a_")).containsExactly(1, 0);
      assertThatThrownBy(() -> tokenizer.encode("abX"))
          .isInstanceOf(UnknownTextException.class)
          .hasMessage("\"X\" at character 2 is not in the model's vocabulary");
    }
  }

  @Test
  void byteLevelTokensSpellBytes() {
    new TinyFolder(folder)
        .tokenizer("\"Fuse\"", "\"ByteLevel\", \"add_prefix_space\": false, \"trim_offsets\": true")
        .tokenizer("\"a\": 1", "\"\u0120a\": 1")
        .tokenizer("\"b\": 2", "\"\u00c3\u00a9\": 2")
        .write();
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        Tokenizer tokenizer = checkpoint.tokenizer()) {
      assertThat(tokenizer.vocabulary().spelling(1)).isEqualTo(new byte[] {' ', 'a'});
      assertThat(tokenizer.vocabulary().spelling(2))
          .isEqualTo("\u00e9".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Checkpoint.open(folder))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining(message);
  }

  private static TinyFolder.Tensor floats(List<Integer> shape, float value, int count) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return TinyFolder.Tensor.floats(shape, values);
  }

  private static Map<String, Matrix> matrices(Checkpoint checkpoint) {
    Map<String, Matrix> matrices = new HashMap<>();
    checkpoint.weights().forEach(matrices::put);
    return matrices;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that is written opens again as what it was. */
class CheckpointWriterTests {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void weightsComeBackWithTheirQueriesScaled(boolean tied) {
    TrainedWeights trained = TrainedWeights.random(tied);
    write(trained, TrainedWeights.VOCABULARY);

    Map<String, Matrix> expected = new HashMap<>(trained.matrices());
    expected.replaceAll((name, matrix) -> name.contains("qkv") ? queriesHalved(matrix) : matrix);
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        Tokenizer _ = checkpoint.tokenizer()) {
      assertThat(checkpoint.config()).isEqualTo(trained.config());
      Map<String, Matrix> read = new HashMap<>();
      checkpoint.weights().forEach(read::put);
      Matrix head = read.get(Weights.HEAD);
      if (tied) {
        read.remove(Weights.HEAD);
        assertThat(head.layer(0, 8).values())
            .isEqualTo(trained.matrices().get(Weights.EMBEDDING).values());
      }
      assertThat(read.keySet()).isEqualTo(expected.keySet());
      read.forEach(
          (name, matrix) -> {
            assertThat(matrix.values()).as(name).isEqualTo(expected.get(name).values());
            assertThat(matrix.shape()).as(name).isEqualTo(expected.get(name).shape());
          });
    }
  }

  /** A head is 4 wide, so that 1 / sqrt(headDim) is a half: exact in every type. */
  private static Matrix queriesHalved(Matrix qkv) {
    float[] values = qkv.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= i % 32 < 16 ? 0.5f : 1;
    }
    return new Matrix(values, qkv.shape());
  }

  @Test
  void theVocabularyComesBack() {
    write(TrainedWeights.random(false), TrainedWeights.VOCABULARY);
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        Tokenizer tokenizer = checkpoint.tokenizer()) {
      assertThat(tokenizer.encode("ab\u00e9\"\\._")).containsExactly(1, 2, 3, 4, 5, 7, 0);
      assertThatThrownBy(() -> tokenizer.encode("aX")).isInstanceOf(UnknownTextException.class);
      assertThat(tokenizer.vocabulary().spelling(4)).containsExactly('"');
    }
  }

  @Test
  void aVocabularyThatDoesNotFitIsRefused() {
    refused(List.of("a"), "vocabulary: 1 tokens (expected: 8, as in the configuration)");
    refused(vocabulary("ab"), "vocabulary: \"ab\" for id 1 (expected: one character)");
    refused(vocabulary("."), "vocabulary: \".\" for ids 1 and 7 (expected: one id)");
  }

  private static List<@Nullable String> vocabulary(String second) {
    return Arrays.asList("_", second, null, null, null, null, null, ".");
  }

  private void refused(List<@Nullable String> vocabulary, String message) {
    assertThatThrownBy(() -> write(TrainedWeights.random(false), vocabulary))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void weightsThatDoNotFitAreRefused() {
    refused(Weights.HEAD, null, "weights: head is missing (expected: shape [6, 8])");
    refused(
        "layer1/down",
        TrainedWeights.matrix(new Random(1), 6, 10),
        "weights: layer1/down has shape [6, 10] (expected: shape [10, 6])");
    refused(
        "layer2/down",
        TrainedWeights.matrix(new Random(1), 6, 10),
        "weights hold [layer2/down] (expected: no more than the configuration names)");
  }

  private void refused(String name, @Nullable Matrix matrix, String message) {
    TrainedWeights trained = TrainedWeights.random(false);
    if (matrix == null) {
      trained.matrices().remove(name);
    } else {
      trained.matrices().put(name, matrix);
    }
    assertThatThrownBy(() -> write(trained, TrainedWeights.VOCABULARY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private void write(TrainedWeights trained, List<@Nullable String> vocabulary) {
    CheckpointWriter.write(
        folder, trained.config(), vocabulary, trained.matrices(), ElementType.F32);
  }
}

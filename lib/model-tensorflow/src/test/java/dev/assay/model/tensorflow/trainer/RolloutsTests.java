// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.tensorflow.EmbeddedModels;
import dev.assay.model.tensorflow.ScalarDecoder;
import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RolloutsTests {

  private static final int MOST = 40;

  private static List<int[]> prompts() {
    try (Checkpoint checkpoint = Checkpoint.open(EmbeddedModels.FOLDER);
        var tokenizer = checkpoint.tokenizer()) {
      return EmbeddedModels.PROMPTS.stream().map(tokenizer::encode).toList();
    }
  }

  @Test
  void greedyDrawsAreThoseOfScalarArithmetic() {
    List<int[]> prompts = prompts();
    ScalarDecoder scalar = ScalarDecoder.open(EmbeddedModels.FOLDER);
    try (Rollouts rollouts = Rollouts.of(EmbeddedModels.FOLDER)) {
      List<int[]> drawn = rollouts.draw(prompts, 0, MOST, new SplittableRandom(1));
      for (int i = 0; i < prompts.size(); i++) {
        ScalarDecoder.Greedy expected = scalar.greedy(prompts.get(i), MOST);
        assertThat(Arrays.stream(drawn.get(i)).boxed().toList().subList(0, expected.clear()))
            .isEqualTo(expected.tokens().subList(0, expected.clear()));
      }
    }
  }

  @Test
  void theSameRandomnessDrawsTheSame() {
    try (Rollouts rollouts = Rollouts.of(EmbeddedModels.FOLDER)) {
      List<int[]> first = rollouts.draw(prompts(), 3, MOST, new SplittableRandom(1));
      List<int[]> second = rollouts.draw(prompts(), 3, MOST, new SplittableRandom(1));
      List<int[]> other = rollouts.draw(prompts(), 3, MOST, new SplittableRandom(2));
      assertThat(first).usingRecursiveComparison().isEqualTo(second);
      assertThat(first).usingRecursiveComparison().isNotEqualTo(other);
    }
  }

  @Test
  void aCompletionEndsWithItsEndTokenOrAtItsLimit() {
    try (Rollouts rollouts = Rollouts.of(EmbeddedModels.FOLDER)) {
      for (int[] completion : rollouts.draw(prompts(), 0, 7, new SplittableRandom(1))) {
        assertThat(completion.length).isBetween(1, 7);
      }
    }
  }
}

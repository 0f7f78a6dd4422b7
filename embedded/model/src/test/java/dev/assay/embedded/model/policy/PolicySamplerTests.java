// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.model.examples.ArithmeticProblem;
import dev.assay.embedded.model.examples.RoleExamples;
import dev.assay.embedded.model.examples.TextExample;
import dev.assay.embedded.model.recipe.TinyRecipe;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySamplerTests {

  private static final TextExample ONE = TinyRecipe.sum(new SplittableRandom(1));
  private static final TextExample TWO = TinyRecipe.sum(new SplittableRandom(2));

  @TempDir Path temporary;

  @Test
  void samplesOfAQuestionComeInARow() {
    try (PolicySampler sampler = new PolicySampler(TinyRecipe.untrained(temporary))) {
      List<PolicySample> samples = sampler.draw(List.of(ONE, TWO), 2, 1, new SplittableRandom(3));

      assertThat(samples).extracting(PolicySample::question).containsExactly(ONE, ONE, TWO, TWO);
      assertThat(samples)
          .extracting(PolicySample::completion)
          .doesNotContain("")
          .doesNotHaveDuplicates();
      assertThat(sampler.draw(List.of(ONE, TWO), 2, 1, new SplittableRandom(3))).isEqualTo(samples);
    }
  }

  @Test
  void greedySamplesOfAQuestionAreOne() {
    try (PolicySampler sampler = new PolicySampler(TinyRecipe.untrained(temporary))) {
      assertThat(sampler.draw(List.of(ONE), 3, 0, new SplittableRandom(3)).stream().distinct())
          .hasSize(1);
      assertThat(sampler.draw(List.of(), 3, 0, new SplittableRandom(3))).isEmpty();
    }
  }

  @Test
  void theLongestRightCompletionFits() {
    ArithmeticProblem longest = ArithmeticProblem.parse("(-9*-9*-9*9)*(-9*-9*-9*9)");

    assertThat(RoleExamples.solve(longest).completion()).hasSizeLessThan(PolicySampler.LONGEST);
  }
}

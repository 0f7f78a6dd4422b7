// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.training.Tiny;
import dev.assay.training.data.ArithmeticProblem;
import dev.assay.training.data.Example;
import dev.assay.training.data.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplerTests {

  private static final Example ONE = Tiny.sum(new SplittableRandom(1));
  private static final Example TWO = Tiny.sum(new SplittableRandom(2));

  @TempDir Path temporary;

  @Test
  void samplesOfAQuestionComeInARow() {
    try (Sampler sampler = new Sampler(Tiny.untrained(temporary))) {
      List<Sample> samples = sampler.draw(List.of(ONE, TWO), 2, 1, new SplittableRandom(3));

      assertThat(samples).extracting(Sample::question).containsExactly(ONE, ONE, TWO, TWO);
      assertThat(samples).extracting(Sample::completion).doesNotContain("").doesNotHaveDuplicates();
      assertThat(sampler.draw(List.of(ONE, TWO), 2, 1, new SplittableRandom(3))).isEqualTo(samples);
    }
  }

  @Test
  void greedySamplesOfAQuestionAreOne() {
    try (Sampler sampler = new Sampler(Tiny.untrained(temporary))) {
      assertThat(sampler.draw(List.of(ONE), 3, 0, new SplittableRandom(3)).stream().distinct())
          .hasSize(1);
      assertThat(sampler.draw(List.of(), 3, 0, new SplittableRandom(3))).isEmpty();
    }
  }

  @Test
  void theLongestRightCompletionFits() {
    ArithmeticProblem longest = ArithmeticProblem.parse("(-9*-9*-9*9)*(-9*-9*-9*9)");

    assertThat(Examples.solve(longest).completion()).hasSizeLessThan(Sampler.LONGEST);
  }
}

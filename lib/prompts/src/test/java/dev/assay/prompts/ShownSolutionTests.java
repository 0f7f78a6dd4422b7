// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompts.ShownSolution.Part.Gap;
import dev.assay.prompts.ShownSolution.Part.Step;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a prompt shows of a solution that goes on and on. */
class ShownSolutionTests {

  @Test
  void aSolutionOfAUsualLengthIsShownAsItIs() {
    ShownSolution shown = ShownSolution.of(List.of("1 + 1 = 2", "so 2"));

    assertThat(shown.leftOut()).isZero();
    assertThat(shown.tagged())
        .isEqualTo("<step 0>\n1 + 1 = 2\n</step 0>\n<step 1>\nso 2\n</step 1>\n");
  }

  @Test
  void ofManyStepsTheFirstAndTheLastAreShownWithTheirNumbers() {
    ShownSolution shown =
        ShownSolution.of(IntStream.range(0, 400).mapToObj(i -> "again " + i).toList());

    assertThat(shown.leftOut()).isEqualTo(160);
    assertThat(shown.parts())
        .hasSize(241)
        .contains(new Step(159, "again 159"), new Gap(160, 319), new Step(320, "again 320"))
        .endsWith(new Step(399, "again 399"));
    assertThat(shown.tagged()).contains("(steps 160 to 319 are left out: the solution is longer");
  }

  @Test
  void howeverLongItIsItTakesNoMoreThanTheBound() {
    for (String step : List.of("x".repeat(1_000), "x".repeat(100_000), "")) {
      ShownSolution shown = ShownSolution.of(Collections.nCopies(1_024, step));

      assertThat(shown.tagged()).hasSizeLessThan(ShownSolution.MOST_CHARACTERS + 1_000);
      assertThat(shown.leftOut()).isGreaterThan(700);
      assertThat(shown.parts()).first().isInstanceOf(Step.class);
      assertThat(shown.parts()).last().isInstanceOf(Step.class);
    }
  }

  @Test
  void ofALongStepTheMiddleIsMissingAndNoCharacterIsCutInTwo() {
    ShownSolution shown = ShownSolution.of(List.of("\ud83d\ude00".repeat(5_000), "short"));

    assertThat(shown.leftOut()).isEqualTo(1);
    assertThat(shown.tagged())
        .contains("characters are left out) … \ud83d\ude00")
        .contains("short");
    assertThat(
            new String(
                shown.tagged().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(shown.tagged());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SolutionTests {

  private static final SolutionId ID =
      new SolutionId(new AttemptId(ProblemId.parse("0197f0a1-0000-7000-8000-000000000001"), 0), 0);

  @Test
  void whatFitsStaysAsItIs() {
    Solution solution = solution("1 + 1 = 2", List.of("1 + 1 = 2"), "2");

    assertThat(solution.bounded()).isSameAs(solution);
  }

  @Test
  void aTextThatIsTooLongKeepsItsBeginningAndStatesNoAnswer() {
    Solution bounded = solution("x".repeat(600_000), List.of("x"), "2").bounded();

    assertThat(Bounds.fits(bounded.text(), Bounds.TEXT)).isTrue();
    assertThat(bounded.text()).startsWith("xxx").endsWith("characters more)");
    assertThat(bounded.answer()).isNull();
  }

  @Test
  void stepsThatAreTooManyOrTooLongAreLeftOutFromTheFirstThatDoesNotFit() {
    List<String> many = Collections.nCopies(Bounds.STEPS + 1, "x");
    List<String> fat = List.of("x", "\u0001".repeat(Bounds.TEXT / 6 + 1), "y");

    assertThat(solution("x", many, "2").bounded().steps()).hasSize(Bounds.STEPS);
    assertThat(solution("x", fat, "2").bounded().steps()).containsExactly("x");
    assertThat(solution("x", many, "2").bounded().answer()).isNull();
  }

  @Test
  void anAnswerThatIsTooLongIsNone() {
    String longest = "9".repeat(Bounds.ANSWER);

    assertThat(solution("x", List.of("x"), longest).bounded().answer()).isEqualTo(longest);
    Solution bounded = solution("x", List.of("x"), longest + "9").bounded();
    assertThat(bounded.answer()).isNull();
    assertThat(bounded.text()).isEqualTo("x");
    assertThat(bounded.steps()).containsExactly("x");
  }

  private static Solution solution(String text, List<String> steps, @Nullable String answer) {
    return new Solution(ID, text, steps, answer, 9);
  }
}

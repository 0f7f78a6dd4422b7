// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedProblemsTests {

  private static final String NUMBER = "-?[0-9]";
  private static final String SIDE = NUMBER + "( [-+*] " + NUMBER + "){3}";
  private static final String GRAMMAR = "\\(\\(" + SIDE + "\\) [-+*] \\(" + SIDE + "\\)\\) =";

  @Test
  void problemsFollowTheGrammarAndKnowTheirAnswer() {
    assertThat(GeneratedProblems.of(500, 7))
        .hasSize(500)
        .allSatisfy(
            problem -> {
              assertThat(problem.question()).matches(GRAMMAR);
              assertThat(problem.target())
                  .isEqualTo(ArithmeticTruth.truth(problem.question()).orElseThrow());
            });
  }

  @Test
  void theSeedDecides() {
    assertThat(GeneratedProblems.of(20, 1)).isEqualTo(GeneratedProblems.of(20, 1));
    assertThat(GeneratedProblems.of(20, 1)).isNotEqualTo(GeneratedProblems.of(20, 2));
  }

  @Test
  void everyNumberAndOperatorComesUp() {
    String all = GeneratedProblems.of(500, 3).toString();

    for (int number = -9; number <= 9; number++) {
      assertThat(all).contains("(" + number + " ");
    }
    assertThat(all).contains(") + (", ") - (", ") * (");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfidenceScoreTests {

  private static final ProblemId ID = new ProblemId(new UUID(0, 1));

  @Test
  void aSureLeadIsTheSquareOfThePassShareAsFarAsItIsWellFounded() {
    // q = 33 / 34, votes 8 q, so q * 8 q / 16.
    assertThat(score(group(8, 4, 4))).isCloseTo(0.5 * Math.pow(33 / 34.0, 2), within(1e-9));
  }

  @Test
  void theStrongestOfTheOthersTakesFromTheLead() {
    // q_1 = 9 / 10, votes 1.8; the third group has 3 * 4 / 8 = 1.5; six solutions.
    assertThat(score(group(2, 4, 4), group(1, 4, 0), group(3, 2, 1)))
        .isCloseTo(0.9 * (1.8 - 1.5) / 14, within(1e-9));
  }

  @Test
  void aRivalWithMoreVotesLeavesNothing() {
    assertThat(score(group(1, 4, 4), group(4, 4, 3))).isZero();
  }

  @Test
  void withoutVerdictsItIsTheLeadOfTheMajority() {
    assertThat(score(group(5, 0, 0), group(3, 0, 0))).isCloseTo(0.25 * 2 / 16, within(1e-9));
  }

  @Test
  void moreOfTheSameEvidenceRaisesIt() {
    assertThat(score(group(2, 2, 2))).isLessThan(score(group(4, 2, 2)));
    assertThat(score(group(2, 2, 2))).isLessThan(score(group(2, 4, 4)));
  }

  @Test
  void aPassThatTurnsIntoARejectionLowersIt() {
    assertThat(score(group(2, 4, 3), group(1, 4, 1)))
        .isLessThan(score(group(2, 4, 4), group(1, 4, 1)));
  }

  @Test
  void theScoresOfTheRulesDoNotMatter() {
    AnswerGroup plain = group(2, 4, 3);
    AnswerGroup scored =
        new AnswerGroup(
            plain.answer(), plain.solutions(), 0.5, 0.25, Map.of(SelectionRule.PESSIMISTIC, -3.0));
    assertThat(score(scored)).isEqualTo(score(plain));
  }

  @Test
  void verdictsInAnotherOrderGiveTheVerySameScore() {
    assertThat(0.1 + 0.2 + 0.3).isNotEqualTo(0.3 + 0.2 + 0.1);
    assertThat(score(graded(0.1, 0.2, 0.3))).isEqualTo(score(graded(0.3, 0.2, 0.1)));
  }

  @Test
  void itNeedsAChosenGroup() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceScore.of(List.of()))
        .withMessage("groups: none (expected: at least the chosen one)");
  }

  private static double score(AnswerGroup... groups) {
    return ConfidenceScore.of(List.of(groups));
  }

  /** Solutions of one verdict each. */
  private static AnswerGroup graded(double... passes) {
    List<JudgedSolution> judged =
        IntStream.range(0, passes.length)
            .mapToObj(
                k ->
                    new JudgedSolution(
                        new SolutionId(new AttemptId(ID, k), 0), true, 1, 1, passes[k], 20))
            .toList();
    return new AnswerGroup("2", judged, null, null, Map.of());
  }

  /** Each solution with the same verdicts. */
  private static AnswerGroup group(int solutions, int readable, int passes) {
    List<JudgedSolution> judged =
        IntStream.range(0, solutions)
            .mapToObj(
                k ->
                    new JudgedSolution(
                        new SolutionId(new AttemptId(ID, k), 0),
                        true,
                        readable,
                        readable,
                        passes,
                        20))
            .toList();
    return new AnswerGroup("2", judged, null, null, Map.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.NO;
import static dev.assay.selection.EvidenceFixture.NONE;
import static dev.assay.selection.EvidenceFixture.YES;
import static dev.assay.selection.EvidenceFixture.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.ScoringRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTests {

  private static List<AnswerGroupSums> groups(EvidenceFixture evidence) {
    return AnswerGroupSums.of(evidence.build().answered());
  }

  private static Scores scores(List<AnswerGroupSums> groups, int verifications) {
    return new Scores(groups, new ScoringRules(attempts(groups), verifications, 0.5));
  }

  private static String winner(EvidenceFixture evidence, int verifications, SelectionRule rule) {
    return scores(groups(evidence), verifications).ranked(rule).getFirst().name();
  }

  /** Groups as "size,passes"; the vectors are worked out by hand from the paper's formula. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5,6 2,4 1,2    | 2 | 0.1 | .5748 .9445 .9076 | 1",
        "5,6 2,4 1,2    | 2 | 0.5 | .4740 .7227 .5379 | 1",
        "5,6 2,4 1,2    | 2 | 1.0 | .3479 .4455 .0758 | 1",
        "12,24 3,10 1,4 | 4 | 0.1 | .4915 .8013 .9168 | 2",
        "12,24 3,10 1,4 | 4 | 0.5 | .4576 .6734 .5841 | 1",
        "12,24 3,10 1,4 | 4 | 1.0 | .4151 .5134 .1682 | 1",
        "3,3 1,1        | 1 | 0.5 | .8267 .6534       | 0",
      })
  void pessimisticScoresAreThePublishedOnes(
      String sizes, int verifications, double alpha, String expected, int winner) {
    EvidenceFixture evidence = evidence();
    String[] each = sizes.split(" ");
    for (int i = 0; i < each.length; i++) {
      String[] numbers = each[i].split(",");
      evidence.group(
          "" + i, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), verifications);
    }
    List<AnswerGroupSums> groups = groups(evidence);
    Scores scores = new Scores(groups, new ScoringRules(attempts(groups), verifications, alpha));

    double[] wanted = Stream.of(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(groups.stream().mapToDouble(g -> scores.of(g, SelectionRule.PESSIMISTIC)).toArray())
        .containsExactly(wanted, within(5e-5));
    assertThat(scores.ranked(SelectionRule.PESSIMISTIC).getFirst().name()).isEqualTo("" + winner);
  }

  @Test
  void aSingleVerdictHasNoPenalty() {
    List<AnswerGroupSums> one = groups(evidence().solution("2", YES));

    assertThat(scores(one, 1).of(one.getFirst(), SelectionRule.PESSIMISTIC)).isEqualTo(1);
  }

  @Test
  void votesAreWeighedByPassRate() {
    EvidenceFixture evidence =
        evidence().solution("1", NO, NO).solution("1", YES, NO).solution("2", YES, YES);

    assertThat(winner(evidence, 2, SelectionRule.VERIFIER_VOTING)).isEqualTo("2");
    assertThat(winner(evidence, 2, SelectionRule.MAJORITY)).isEqualTo("1");
  }

  @Test
  void anUnreadableVerdictDividesNothing() {
    List<AnswerGroupSums> groups =
        groups(evidence().solution("1", YES, NONE).solution("2", NONE, NONE));
    Scores scores = scores(groups, 2);

    assertThat(scores.of(groups.get(0), SelectionRule.VERIFIER_VOTING)).isEqualTo(1);
    assertThat(scores.of(groups.get(1), SelectionRule.VERIFIER_VOTING)).isZero();
    assertThat(scores.of(groups.get(1), SelectionRule.BEST_OF_N)).isZero();
  }

  @Test
  void theBestSolutionSpeaksForItsGroup() {
    EvidenceFixture evidence =
        evidence().solution("1", YES, NO).solution("1", YES, NO).solution("2", YES, YES);

    assertThat(winner(evidence, 2, SelectionRule.BEST_OF_N)).isEqualTo("2");
  }

  @Test
  void shorterGroupsWinAmongEquals() {
    EvidenceFixture evidence =
        evidence().solution("1", true, 400, YES).solution("2", true, 30, YES);

    assertThat(winner(evidence, 1, SelectionRule.SHORTEST_MAJORITY)).isEqualTo("2");
  }

  @Test
  void theShortestSolutionsHaveAFiniteScore() {
    List<AnswerGroupSums> groups = groups(evidence().solution("1", true, 0).solution("2", true, 1));

    assertThat(scores(groups, 1).of(groups.getFirst(), SelectionRule.SHORTEST_MAJORITY))
        .isCloseTo(1 / Math.log(2), within(1e-12));
  }

  @Test
  void whatTheCriticRefusedHasNoVote() {
    EvidenceFixture evidence =
        evidence().solution("1", false, 9).solution("1", false, 9).solution("2", true, 9);

    assertThat(winner(evidence, 1, SelectionRule.ACCEPTED_MAJORITY)).isEqualTo("2");
  }

  @Test
  void whereTheCriticRefusedAllThePlainMajorityDecides() {
    EvidenceFixture evidence =
        evidence().solution("2", false, 9).solution("1", false, 9).solution("1", false, 9);

    assertThat(winner(evidence, 1, SelectionRule.ACCEPTED_MAJORITY)).isEqualTo("1");
  }

  @Test
  void tiesGoToTheBetterVerifiedThenTheEarlier() {
    assertThat(winner(evidence().solution("1", NO).solution("2", YES), 1, SelectionRule.MAJORITY))
        .isEqualTo("2");
    assertThat(winner(evidence().solution("1", NO).solution("2", NO), 1, SelectionRule.MAJORITY))
        .isEqualTo("1");
  }

  @Test
  void sumsOfTheSameRatesInAnotherOrderAreATie() {
    EvidenceFixture evidence =
        evidence()
            .solution("1", YES, NO, NO, NO, NO, NO, NO, NO, NO, NO)
            .solution("1", YES, YES, NO, NO, NO, NO, NO, NO, NO, NO)
            .solution("1", YES, YES, YES, NO, NO, NO, NO, NO, NO, NO)
            .solution("2", YES, YES, YES, NO, NO, NO, NO, NO, NO, NO)
            .solution("2", YES, YES, NO, NO, NO, NO, NO, NO, NO, NO)
            .solution("2", YES, NO, NO, NO, NO, NO, NO, NO, NO, NO);

    assertThat(winner(evidence, 10, SelectionRule.VERIFIER_VOTING)).isEqualTo("1");
  }

  @Test
  void theTextIsThatOfTheBestVerifiedSolution() {
    AnswerGroupSums group =
        groups(evidence().solution("24.0", NO, YES).solution("24", YES, YES)).getFirst();

    assertThat(group.name()).isEqualTo("24.0");
    assertThat(group.text()).isEqualTo("24");
  }

  private static int attempts(List<AnswerGroupSums> groups) {
    return groups.stream().mapToInt(AnswerGroupSums::size).sum();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.NO;
import static dev.assay.selection.EvidenceFixture.YES;
import static dev.assay.selection.EvidenceFixture.evidence;
import static dev.assay.selection.EvidenceFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.ScoringRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTests {

  private static Explanation explain(SelectionRule rule, EvidenceFixture evidence) {
    List<AnswerGroupSums> groups = AnswerGroupSums.of(evidence.build().answered());
    Scores scores = new Scores(groups, ScoringRules.of(policy(3, 2, rule)));
    return Explanation.of(scores, scores.ranked(rule), rule);
  }

  private static EvidenceFixture twoAgainstOne() {
    return evidence().solution("7", YES, YES).solution("7", YES, NO).solution("8", NO, NO);
  }

  @Test
  void theTermsOfAPessimisticScoreAddUp() {
    Explanation explanation = explain(SelectionRule.PESSIMISTIC, twoAgainstOne());

    ScoreTerms winner = explanation.winner();
    assertThat(winner.meanVerdict()).isEqualTo(0.75);
    assertThat(winner.penalty()).isCloseTo(0.5 * Math.log(6) / 5, within(1e-12));
    assertThat(winner.score()).isCloseTo(winner.meanVerdict() - winner.penalty(), within(1e-12));
    assertThat(winner.sums().size()).isEqualTo(2);
    assertThat(explanation.runnerUp()).isNotNull().extracting(ScoreTerms::answer).isEqualTo("8");
    assertThat(explanation.sentence())
        .isEqualTo(
            "7 is chosen: mean of 4 verdicts 0.750 - penalty 0.179 = 0.571; "
                + "next is 8: mean of 2 verdicts 0.000 - penalty 0.299 = -0.299");
  }

  @ParameterizedTest
  @EnumSource(SelectionRule.class)
  void everyRuleSaysWhatItCounted(SelectionRule rule) {
    assertThat(explain(rule, twoAgainstOne()).sentence()).startsWith("7 is chosen: ").contains("8");
  }

  @Test
  void aTieIsCalledOne() {
    assertThat(
            explain(SelectionRule.MAJORITY, evidence().solution("7", YES).solution("8", NO))
                .sentence())
        .isEqualTo(
            "7 is chosen: given by 1 solution; next is 8: given by 1 solution; "
                + "a tie goes to the higher sum of pass rates, then the larger group, then the "
                + "earlier");
  }

  @Test
  void aLoneAnswerHasNoRunnerUp() {
    Explanation explanation =
        explain(SelectionRule.VERIFIER_VOTING, evidence().solution("7", YES, NO));

    assertThat(explanation.runnerUp()).isNull();
    assertThat(explanation.sentence())
        .isEqualTo("7 is the only answer: pass rates of 1 solution add up to 0.500");
  }
}

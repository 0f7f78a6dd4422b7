// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import static dev.assay.testing.AnswerFixture.answer;
import static dev.assay.testing.AnswerFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Json;
import dev.assay.contracts.SelectionRule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvidenceScoreTests {

  /** Four attempts: right at once; made right; made wrong; abandoned. */
  private static final JsonNode ATTEMPTS =
      Json.mapper()
          .readTree(
              """
              [{"solutions": [{"revision": 0, "answer": "24"}]},
               {"solutions": [{"revision": 0, "answer": "7"}, {"revision": 1, "answer": "24.0"}]},
               {"solutions": [{"revision": 1, "answer": "7"}, {"revision": 0, "answer": "24"}]},
               {"solutions": []}]
              """);

  @Test
  void passCountsTheLastSolutionOfEveryAttempt() {
    Answer answer = answer(Status.VERIFIED, "24", group("24", 2, 0.9, true));

    assertThat(EvidenceScore.of("24", answer, ATTEMPTS).pass()).isEqualTo(0.5);
  }

  @Test
  void aRuleIsRightWhenItsBestGroupIs() {
    Answer answer =
        answer(Status.VERIFIED, "24", group("24", 1, 0.9, true), group("7", 2, 0.1, false));

    EvidenceScore score = EvidenceScore.of("24", answer, ATTEMPTS);

    assertThat(score.rules())
        .containsEntry(SelectionRule.PESSIMISTIC, 1.0)
        .containsEntry(SelectionRule.MAJORITY, 0.0);
    assertThat(score.given()).isTrue();
  }

  @Test
  void aTieCountsForItsRightShare() {
    Answer answer =
        answer(Status.UNCERTAIN, "24", group("24", 2, 0.5, true), group("7", 2, 0.5, true));

    assertThat(EvidenceScore.of("24", answer, ATTEMPTS).rules())
        .containsEntry(SelectionRule.PESSIMISTIC, 0.5)
        .containsEntry(SelectionRule.MAJORITY, 0.5);
  }

  @Test
  void aRuleWithoutScoresIsJudgedByItsChoice() {
    Answer answer = answer(Status.VERIFIED, "24", group("24", 1, 0.9, true));

    // The fixture names no choice of best-of-n.
    assertThat(EvidenceScore.of("24", answer, ATTEMPTS).rules())
        .containsEntry(SelectionRule.BEST_OF_N, 0.0);
  }

  @Test
  void noAnswerIsNotRight() {
    EvidenceScore score =
        EvidenceScore.of("24", answer(Status.FAILED, null), Json.mapper().readTree("[]"));

    assertThat(score.given()).isFalse();
    assertThat(score.pass()).isZero();
    assertThat(score.rules()).allSatisfy((_, right) -> assertThat(right).isZero());
  }
}

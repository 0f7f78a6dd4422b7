// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.FinishReason;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why a solution takes part in no vote is in the evidence. */
class SolutionRecordTests {

  @Test
  void aSolutionThatWasCutOffNamesTheSettingToRaise() {
    ProblemEvidence.Revision revision = revision(null, FinishReason.LENGTH);

    assertThat(revision.finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(revision.unanswered())
        .isEqualTo(
            "the reply was cut off after 7 tokens (finish_reason: length); raise"
                + " assay.role.max-tokens");
    assertThat(revision.text()).as("it is evidence all the same").isEqualTo("so");
  }

  @Test
  void oneThatEndedWithoutAnAnswerOnlySaysThat() {
    assertThat(revision(null, FinishReason.STOP).unanswered())
        .isEqualTo("the solution states no answer");
    assertThat(revision(null, null).unanswered()).isEqualTo("the solution states no answer");
  }

  @Test
  void anAnswerNeedsNoReason() {
    assertThat(revision("7", FinishReason.LENGTH).unanswered()).isNull();
    assertThat(new SolutionRecord().evidence(0).unanswered()).as("not drafted yet").isNull();
  }

  private static ProblemEvidence.Revision revision(
      @Nullable String answer, @Nullable FinishReason reason) {
    Problem problem =
        new Problem(new ProblemId(UUID.randomUUID()), "?", Policy.DEFAULT, Instant.EPOCH);
    SolutionId id = new SolutionId(new AttemptId(problem.id(), 0), 0);
    SolutionRecord record = new SolutionRecord();
    record.draft =
        new Drafted(
            problem,
            new Solution(id, "so", List.of("so"), answer, 7),
            "m",
            Spend.first(Usage.NONE),
            reason,
            null);
    return record.evidence(0);
  }
}

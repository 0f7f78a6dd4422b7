// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Comparison;
import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.ComparisonId;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the verifier asked for besides verdicts is in the evidence and on the bill. */
class AttemptRecordTests {

  private static final Usage CALL = new Usage(1, 2, 3, 4);

  private final Problem problem =
      new Problem(new ProblemId(UUID.randomUUID()), "?", Policy.DEFAULT, Instant.EPOCH);
  private final ComparisonId pair = new ComparisonId(problem.id(), 0, 2);
  private final SolutionId id = new SolutionId(new AttemptId(problem.id(), 0), 0);
  private final AttemptRecord record = new AttemptRecord(0);

  @Test
  void aComparisonUnderWayIsShown() {
    record.add(new ComparisonEvent.Requested(problem, pair, "one", "another"));

    assertThat(record.evidence().comparisons())
        .containsExactly(
            new ProblemEvidence.AnswerComparison(2, "another", null, null, null, null, null, null));
    assertThat(record.evidence().usage()).isEqualTo(Usage.NONE);
  }

  @Test
  void whatItSaidAndCostIsShownInWhicheverOrderItsEventsCome() {
    record.add(new Compared(pair, Comparison.EQUAL, null, "arbiter", CALL, null, true));
    record.add(new ComparisonEvent.Requested(problem, pair, "one", "another"));

    assertThat(record.evidence().comparisons())
        .containsExactly(
            new ProblemEvidence.AnswerComparison(
                2, "another", Comparison.EQUAL, null, "arbiter", CALL, null, true));
    assertThat(record.evidence().usage()).isEqualTo(CALL);
  }

  @Test
  void anOutcomeAndItsMistakeAreShownBesideTheSolutions() {
    Outcome chain = new Outcome(List.of(new Outcome.Step("so", List.of(1))));
    Solution solution = new Solution(id, "a\n\nso", List.of("a", "so"), "so", 2);
    VerificationId verification = new VerificationId(id, 0);
    record.add(new Summarised(id, chain, null, "summariser", CALL, null));
    record.add(
        new VerificationEvent.Requested(problem, verification, chain.of(solution), chain.covers()));
    record.add(new Returned(verification, new FirstError(1, "no"), "v", CALL, null, null, 0, null));

    ProblemEvidence.Revision revision = record.evidence().solutions().getFirst();

    assertThat(revision.outcome()).containsExactly("so");
    assertThat(revision.covers()).containsExactly(List.of(1));
    assertThat(revision.summary())
        .isEqualTo(new ProblemEvidence.Summary(true, null, "summariser", CALL, null));
    assertThat(revision.verdicts().getFirst().outcomeError()).isZero();
    assertThat(record.evidence().usage()).isEqualTo(CALL.plus(CALL));
  }

  @Test
  void whatARequestOnlyRefersToIsShownFromTheEventsThatHaveIt() {
    Outcome chain = new Outcome(List.of(new Outcome.Step("so", List.of(1))));
    Solution solution = new Solution(id, "a\n\nso", List.of("a", "so"), "so", 2);
    record.add(
        new VerificationEvent.Requested(problem, new VerificationId(id, 0), solution).referring());
    assertThat(record.evidence().solutions().getFirst().outcome()).isNull();

    record.add(new Drafted(problem, solution, "model", new Spend(CALL, CALL)));
    assertThat(record.evidence().solutions().getFirst().outcome()).containsExactly("a", "so");

    record.add(new Summarised(id, chain, null, "summariser", CALL, null));
    assertThat(record.evidence().solutions().getFirst().outcome()).containsExactly("so");
  }

  @Test
  void theTallyCountsBoth() {
    ProblemTally tally = new ProblemTally(problem.policy(), Map.of());
    tally.add(new Compared(pair, null, "hm", "arbiter", CALL, null, null));
    tally.add(new Summarised(id, null, "gone", "summariser", CALL, null));

    assertThat(tally.progress(false).usage()).isEqualTo(CALL.plus(CALL));
  }
}

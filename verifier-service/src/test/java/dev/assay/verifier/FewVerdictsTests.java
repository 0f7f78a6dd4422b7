// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.DRAFT_AND_CRITIQUE;
import static dev.assay.verifier.EvidenceEvents.frugal;
import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.returned;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.VerificationEvent.Requested;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One verdict on a solution tells all there is, and the policy allows four. */
class FewVerdictsTests {

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();

  @Test
  void noMoreVerdictsAreAskedForThanAreEvidence() {
    Problem problem = problem(1, 4);

    take(1, new Submitted(problem), sound(problem, 0, "24"));

    assertThat(store.published)
        .singleElement()
        .isInstanceOfSatisfying(
            Requested.class,
            request -> {
              assertThat(request.verification().number()).isZero();
              // What the caller asked for travels on as it is.
              assertThat(request.problem()).isEqualTo(problem);
            });
  }

  @Test
  void whereEachIsADrawAllAreAskedFor() {
    Problem problem = problem(1, 4);

    take(Integer.MAX_VALUE, new Submitted(problem), sound(problem, 0, "24"));

    assertThat(store.published).hasSize(4);
  }

  @Test
  void oneVerdictIsReckonedAsOneAndSettles() {
    Problem problem = problem(2, 4);
    Criticised first = sound(problem, 0, "24");
    Criticised second = sound(problem, 1, "24");

    take(1, new Submitted(problem), first, second);
    take(1, returned(first, 0, new Correct(1)), returned(second, 0, new Correct(0.98)));

    Answer answer = Optional.ofNullable(store.answer).orElseThrow();
    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.work().verifications()).isEqualTo(1);
    assertThat(answer.effectiveVerifications()).isEqualTo(1);
    assertThat(answer.usage().calls()).isEqualTo(2 * DRAFT_AND_CRITIQUE.calls() + 2);
    // The mean less alpha ln(N M) / (N_i M + 1), with N = 2 and M = 1.
    assertThat(answer.score()).isCloseTo(0.99 - 0.5 * Math.log(2) / 3, within(1e-9));
  }

  @Test
  void aProblemThatMayStopEarlyIsNotKeptOpenForVerdictsThatNobodyGives() {
    Problem problem = frugal(2, 8);
    Criticised first = sound(problem, 0, "24");
    Criticised second = sound(problem, 1, "24");

    take(1, new Submitted(problem), first, second);
    take(1, returned(first, 0, new Correct(0.99)), returned(second, 0, new Correct(0.99)));

    assertThat(store.answer).isNotNull();
    assertThat(store.published).hasSize(2);
  }

  private void take(int mostVerdicts, Event... events) {
    store.take(mostVerdicts, events);
  }
}

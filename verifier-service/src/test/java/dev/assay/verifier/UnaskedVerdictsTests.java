// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.DRAFT_AND_CRITIQUE;
import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.returned;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.MalformedEventException;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.VerdictEvent.Returned;
import org.junit.jupiter.api.Test;

/** A verdict that nobody asked for is refused as malformed, and is no evidence. */
class UnaskedVerdictsTests {

  private static final Correct PASS = new Correct(1);

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
  private final Problem problem = problem(2, 2);
  private final Criticised first = sound(problem, 0, "24");

  private void take(Event... events) {
    store.take(Integer.MAX_VALUE, events);
  }

  private void refused(Returned verdict, String why) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> take(verdict))
        .withMessageContaining(why)
        .withMessageContaining("expected: ");
  }

  @Test
  void ofAnAttemptBeyondN() {
    take(new Submitted(problem), first);

    refused(returned(sound(problem, 2, "24"), 0, PASS), "attempt 2: not planned");
  }

  @Test
  void beyondMOnASolution() {
    take(new Submitted(problem), first);

    refused(returned(first, 2, PASS), "nobody asked for it");
    refused(returned(first, 2_000_000_000, PASS), "nobody asked for it");
  }

  @Test
  void andTheProblemIsSettledByThoseThatWereAskedFor() {
    Criticised second = sound(problem, 1, "24");
    take(new Submitted(problem), first, second);
    refused(returned(first, 2, PASS), "nobody asked for it");

    take(returned(first, 0, PASS), returned(first, 1, PASS));
    assertThat(store.answer).isNull();
    take(returned(second, 0, PASS), returned(second, 1, PASS));

    assertThat(store.answer).isNotNull();
    assertThat(store.answer.effectiveVerifications()).isEqualTo(2);
    // Of the four verdicts; this store keeps no bill of the attempts.
    assertThat(store.answer.usage().calls()).isEqualTo(2 * DRAFT_AND_CRITIQUE.calls() + 4);
  }
}

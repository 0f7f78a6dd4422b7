// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.abandoned;
import static dev.assay.verifier.EvidenceEvents.frugal;
import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent.Requested;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.ProblemEvent.Submitted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who takes a problem in asks for its attempts. */
class FirstAttemptsTests {

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();

  private void take(Event... events) {
    store.take(Integer.MAX_VALUE, events);
  }

  private List<Integer> asked() {
    return store.published.stream()
        .filter(Requested.class::isInstance)
        .map(event -> ((Requested) event).attempt().number())
        .toList();
  }

  @Test
  void aGridIsAskedForAtOnce() {
    Problem problem = problem(5, 2);

    take(new Submitted(problem));

    assertThat(asked()).containsExactly(0, 1, 2, 3, 4);
    assertThat(store.published)
        .allSatisfy(event -> assertThat(((Requested) event).problem()).isEqualTo(problem));
  }

  @Test
  void whereTheWorkMayStopEarlyItBeginsWithThePolicysFirst() {
    Problem problem = frugal(8, 2);

    take(new Submitted(problem));

    assertThat(asked()).hasSize(problem.policy().firstAttempts());
  }

  @Test
  void aCancelledProblemIsNotPlanned() {
    Problem problem = problem(5, 2);

    take(new Cancelled(problem), new Submitted(problem));

    assertThat(asked()).isEmpty();
  }

  @Test
  void whatHasLeftATraceIsNotAskedForAgain() {
    Problem problem = problem(5, 1);

    take(sound(problem, 3, "24"), abandoned(problem, 1));

    assertThat(asked()).containsExactly(0, 2, 4);
  }

  @Test
  void nothingIsAskedForBeyondThePolicyWhateverWasSaidBeforeItWasKnown() {
    Problem problem = problem(3, 1);

    take(abandoned(problem, 2_000_000_000), new Submitted(problem));

    assertThat(asked()).containsExactly(0, 1, 2);
  }
}

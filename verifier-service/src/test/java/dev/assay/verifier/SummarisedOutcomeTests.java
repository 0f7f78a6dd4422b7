// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.frugal;
import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationEvent;
import dev.assay.verifier.core.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A solution is reduced to its outcome once, and all its verdicts are on that. */
class SummarisedOutcomeTests {

  private static final Requests SUMMARISED = new Requests(Integer.MAX_VALUE, 0, true);
  private static final Outcome CHAIN =
      new Outcome(List.of(new Outcome.Step("it is 24", List.of(0))));

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
  private final Problem problem = problem(1, 3);
  private final Criticised critique = sound(problem, 0, "24");

  private void take(Event... events) {
    store.take(SUMMARISED, events);
  }

  private <E extends Event> List<E> published(Class<E> type) {
    return store.published.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private Summarised summarised(@Nullable Outcome outcome) {
    String why = outcome == null ? "model gone" : null;
    Usage usage = new Usage(1, 50, 20, 9);
    return new Summarised(critique.solution().id(), outcome, why, "summariser", usage, null);
  }

  @Test
  void verdictsWaitForTheOutcomeAndShareIt() {
    take(new Submitted(problem), critique);
    assertThat(published(OutcomeEvent.Requested.class))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.solution()).isEqualTo(critique.solution());
              // The rest is for the verdicts.
              assertThat(each.problem().deadline()).isBefore(problem.deadline());
              assertThat(each.problem().question()).isEqualTo(problem.question());
            });
    assertThat(published(VerificationEvent.Requested.class)).isEmpty();

    take(summarised(CHAIN), summarised(CHAIN));

    assertThat(published(VerificationEvent.Requested.class))
        .hasSize(3)
        .allSatisfy(
            each -> {
              assertThat(each.judged().steps()).containsExactly("it is 24");
              assertThat(each.judged().answer()).isEqualTo("24");
              assertThat(each.covers()).containsExactly(List.of(0));
            });
    assertThat(published(OutcomeEvent.Requested.class)).hasSize(1);
  }

  @Test
  void withoutOneTheSolutionIsJudgedAsItIs() {
    take(new Submitted(problem), critique);

    take(summarised(null));

    assertThat(published(VerificationEvent.Requested.class))
        .hasSize(3)
        .allSatisfy(
            each -> {
              assertThat(each.outcome()).isEqualTo(critique.solution());
              assertThat(each.covers()).isNull();
            });
  }

  @Test
  void whatIsAskedForLaterIsOnTheSameOutcome() {
    Problem frugal = frugal(8, 8);
    Criticised solved = sound(frugal, 0, "24");
    take(new Submitted(frugal), solved);
    int before = published(VerificationEvent.Requested.class).size();
    take(new Summarised(solved.solution().id(), CHAIN, null, "summariser", Usage.NONE, null));
    List<VerificationEvent.Requested> firsts = published(VerificationEvent.Requested.class);

    take(EvidenceEvents.returned(solved, 0, new Correct(1)));
    take(sound(frugal, 1, "24"));

    assertThat(before).isZero();
    assertThat(firsts).isNotEmpty();
    assertThat(published(VerificationEvent.Requested.class))
        .filteredOn(each -> each.verification().solution().equals(solved.solution().id()))
        .allSatisfy(each -> assertThat(each.covers()).isNotNull())
        .extracting(each -> each.verification().number())
        .doesNotHaveDuplicates();
  }

  @Test
  void asTheyAreNobodyIsAskedForOne() {
    store.take(Integer.MAX_VALUE, new Submitted(problem), critique);

    assertThat(published(OutcomeEvent.Requested.class)).isEmpty();
    assertThat(published(VerificationEvent.Requested.class))
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.covers()).isNull());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Budget;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.contracts.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is asked for that a problem's budget may not pay for. */
class BudgetedRequestsTests {

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();

  private static Problem withCalls(int calls) {
    Problem plain = problem(8, 2);
    return new Problem(
        plain.id(),
        plain.question(),
        plain.policy().withBudget(Budget.ofCalls(calls)),
        plain.submittedAt());
  }

  private List<Integer> asked() {
    return store.published.stream()
        .filter(AttemptEvent.Requested.class::isInstance)
        .map(event -> ((AttemptEvent.Requested) event).attempt().number())
        .toList();
  }

  private void take(Event event) {
    store.take(Integer.MAX_VALUE, event);
  }

  @Test
  void aSmallBudgetBeginsWithTwoAttempts() {
    take(new Submitted(withCalls(6)));

    assertThat(asked()).containsExactly(0, 1);
  }

  @Test
  void theSmallestIsSpentOnASolution() {
    Problem problem = withCalls(1);
    take(new Submitted(problem));
    assertThat(asked()).containsExactly(0);

    take(
        new Abandoned(
            new AttemptId(problem.id(), 0), Stage.DRAFTING, "away", new Usage(1, 0, 0, 0)));

    assertThat(asked()).containsExactly(0);
    assertThat(store.answer).isNotNull();
    assertThat(store.answer.warnings())
        .extracting(Warning::code)
        .containsExactly("budget_exhausted");
  }

  @Test
  void whatAnAttemptDidNotCostPaysForAnother() {
    Problem problem = withCalls(6);
    take(new Submitted(problem));

    take(new Abandoned(new AttemptId(problem.id(), 1), Stage.DRAFTING, "away", Usage.NONE));

    assertThat(asked()).containsExactly(0, 1, 2);
    assertThat(store.answer).isNull();
  }
}

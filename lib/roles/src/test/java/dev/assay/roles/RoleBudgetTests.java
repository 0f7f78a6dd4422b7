// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static dev.assay.roles.AskingFixture.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.contracts.Budget;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Usage;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a role buys for a problem whose policy has a budget. */
class RoleBudgetTests {

  private static Terms terms(Budget budget, Usage spent) {
    Problem plain = ProblemFixture.problem();
    Policy policy = plain.policy().withBudget(budget);
    Problem problem = new Problem(plain.id(), plain.question(), policy, plain.submittedAt());
    return Terms.ofAttempt(problem, spent);
  }

  private static Finding<?> ask(ScriptedModel model, Terms terms) {
    Role role =
        new Role(
            model,
            ProblemFixture.protocol(),
            0.7,
            1,
            100,
            Duration.ofSeconds(9),
            ProblemFixture.CLOCK);
    return role.ask(asking("2+2?", _ -> Optional.empty()), "id", terms);
  }

  @Test
  void whatCannotBeReadIsNotAskedForAgainWhereTheAttemptMayTakeOneCall() {
    ScriptedModel model = ScriptedModel.replying("hm", "hm");

    assertThat(ask(model, terms(Budget.ofCalls(2), Usage.NONE)).value()).isEmpty();
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void itIsWhereThereIsRoom() {
    ScriptedModel model = ScriptedModel.replying("hm", "hm");

    assertThat(ask(model, terms(Budget.ofCalls(6), Usage.NONE)).value()).isEmpty();
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void nothingIsBoughtThatIsNotAllowedFor() {
    ScriptedModel model = ScriptedModel.replying();
    Finding<?> finding = ask(model, terms(Budget.ofCalls(6), new Usage(2, 0, 0, 0)));

    assertThat(finding.reading().toString()).contains("the budget does not allow for another call");
    assertThat(finding.usage()).isEqualTo(Usage.NONE);
  }

  @Test
  void aReplyIsNotLongerThanTheTokensThatAreLeft() {
    ScriptedModel model = ScriptedModel.replying("a long reply", "another long reply");
    Budget tokens = new Budget(null, 100L, null);

    ask(model, terms(tokens, new Usage(1, 60, 33, 0)));

    assertThat(model.requests()).hasSize(1);
    assertThat(model.requests().getFirst().maxTokens()).isEqualTo(7);
  }

  @Test
  void aCallThatFailedAndCostSomethingIsNotBoughtAgain() {
    NoReplyException failure = failure(terms(Budget.ofCalls(6), Usage.NONE), Spent.ONE_CALL);

    assertThat(failure.mayPass()).isFalse();
    assertThat(failure.spent().calls()).isEqualTo(1);
    assertThat(failure).hasMessageContaining("is not bought again");
  }

  @Test
  void oneThatCostNothingMayBeTriedAgain() {
    assertThat(failure(terms(Budget.ofCalls(6), Usage.NONE), Spent.NOTHING).mayPass()).isTrue();
    assertThat(failure(Terms.of(ProblemFixture.problem()), Spent.ONE_CALL).mayPass()).isTrue();
  }

  private static NoReplyException failure(Terms terms, Spent spent) {
    ScriptedModel model = ScriptedModel.failing(new TransientModelException("gone", null, spent));
    return catchThrowableOfType(NoReplyException.class, () -> ask(model, terms));
  }
}

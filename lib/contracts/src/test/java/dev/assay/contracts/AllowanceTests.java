// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTests {

  @ParameterizedTest
  @CsvSource({
    "1, 8, 1, 1", "2, 8, 1, 1", "3, 8, 1, 1", "6, 8, 1, 2", "8, 8, 1, 3", "10, 8, 1, 4",
    "99, 8, 1, 4", "99, 8, 0, 2", "2, 1, 1, 1", "3, 1, 1, 2", "5, 1, 1, 4", "6, 1, 1, 4",
  })
  void aSmallBudgetIsEnoughForTwoAttemptsAndAVerdictOnEach(
      int calls, int attempts, int revisions, int each) {
    Policy policy = PolicyOverrides.grid(attempts, 4, revisions, null).over(Policy.DEFAULT);

    assertThat(Allowance.attemptCalls(policy.withBudget(Budget.ofCalls(calls)))).isEqualTo(each);
  }

  @Test
  void withoutABudgetEverythingMayBeBought() {
    assertThat(Allowance.ofAttempt(Policy.DEFAULT, new Usage(999, 9, 9, 9)))
        .isEqualTo(Allowance.UNLIMITED);
    assertThat(Allowance.UNLIMITED.after(new Usage(999, 9, 9, 9)).buys()).isTrue();
  }

  @Test
  void callsAreBoughtUpToTheNumber() {
    Policy policy = Policy.DEFAULT.withBudget(Budget.ofCalls(6));
    Allowance attempt = Allowance.ofAttempt(policy, new Usage(1, 0, 0, 0));

    assertThat(attempt.buys()).isTrue();
    assertThat(attempt.after(new Usage(1, 0, 0, 0)).buys()).isFalse();
    assertThat(Allowance.ofJudgement(policy).buys()).isTrue();
    assertThat(Allowance.ofJudgement(policy).after(new Usage(1, 0, 0, 0)).buys()).isFalse();
  }

  @Test
  void tokensAndMoneyEndAnAttemptThatHasSpentAll() {
    Policy policy =
        Policy.DEFAULT.withBudget(
            new Budget(null, 100L, new Budget.Cost(new BigDecimal("0.5"), "EUR")));
    Allowance attempt = Allowance.ofAttempt(policy, Usage.NONE);

    assertThat(attempt.after(used(40, 59, "0.4")).buys()).isTrue();
    assertThat(attempt.after(used(40, 59, "0.4")).tokens()).isOne();
    assertThat(attempt.after(used(40, 60, "0.4")).buys()).isFalse();
    assertThat(attempt.after(used(40, 40, "0.5")).buys()).isFalse();
    // What nobody has a price for may cost anything.
    assertThat(attempt.after(new Usage(1, 40, 40, 0)).buys()).isFalse();
  }

  private static Usage used(int prompt, int completion, String euros) {
    return new Usage(3, prompt, completion, 0, Expense.of("EUR", new BigDecimal(euros)));
  }

  @Test
  void aRevisionIsWantedOnlyWhereTheAttemptCanAffordIt() {
    Policy policy =
        PolicyOverrides.grid(1, 1, 1, Duration.ofSeconds(9))
            .over(Policy.DEFAULT)
            .withBudget(Budget.ofCalls(5));
    CritiqueEvent.Criticised example =
        (CritiqueEvent.Criticised)
            EventExamples.ALL.stream()
                .filter(CritiqueEvent.Criticised.class::isInstance)
                .findFirst()
                .orElseThrow();
    Problem problem =
        new Problem(example.problemId(), "2+2?", policy, example.problem().submittedAt());
    SolutionId first = new SolutionId(example.solution().id().attempt(), 0);
    Solution draft = new Solution(first, "5", java.util.List.of("5"), "5", 1);

    assertThat(criticised(problem, draft, example, 2).wantsRevision()).isTrue();
    assertThat(criticised(problem, draft, example, 4).wantsRevision()).isFalse();
  }

  private static CritiqueEvent.Criticised criticised(
      Problem problem, Solution draft, CritiqueEvent.Criticised example, int calls) {
    Spend spend = Spend.first(new Usage(calls, 0, 0, 0));
    return new CritiqueEvent.Criticised(problem, draft, example.critique(), "critic", spend);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.ID;
import static dev.assay.selection.EvidenceFixture.NO;
import static dev.assay.selection.EvidenceFixture.START;
import static dev.assay.selection.EvidenceFixture.YES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Allowance;
import dev.assay.contracts.Answer;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Budget;
import dev.assay.contracts.Expense;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Warning;
import dev.assay.equality.answers.MathEquality;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop under a budget, with results that come in any order and cost what they may. */
class BudgetTests {

  private static final int ATTEMPTS = 5;
  private static final int VERIFICATIONS = 3;
  private static final int[] CALLS = {1, 2, 3, 4, 5, 6, 8, 11, 17, 30};

  private final Selection selection = new Selection(Assurance.NONE);

  private static Policy policy(Stopping stopping, @Nullable Budget budget) {
    return new Policy(
            new Policy.Effort(ATTEMPTS, VERIFICATIONS, 1),
            new Policy.Scoring(SelectionRule.PESSIMISTIC, 0.5),
            new Policy.Thresholds(0.7, 0.1, 0.5),
            Duration.ofMinutes(1),
            stopping,
            Policy.ErrorRates.UNSET)
        .withBudget(budget);
  }

  @ParameterizedTest
  @EnumSource(Stopping.class)
  void noMoreCallsAreMadeThanTheBudgetHas(Stopping stopping) {
    for (int calls : CALLS) {
      for (int seed = 0; seed < 6; seed++) {
        World world = new World(policy(stopping, Budget.ofCalls(calls)), new Random(seed));
        Answer answer = world.run();

        assertThat(world.spent.calls()).as("%d, seed %d", calls, seed).isBetween(1, calls);
        assertThat(answer.usage()).isEqualTo(world.spent);
        assertThat(answer.late()).isFalse();
      }
    }
  }

  @Test
  void aCallThatIsLeftIsSpentOnAVerdictWhereOneIsMissing() {
    for (int seed = 0; seed < 20; seed++) {
      World world = new World(policy(Stopping.FIXED, Budget.ofCalls(9)), new Random(seed));
      world.run();

      assertThat(world.said.values())
          .allSatisfy(
              verdicts ->
                  assertThat(verdicts)
                      .hasSizeBetween(world.spent.calls() < 9 ? VERIFICATIONS : 1, VERIFICATIONS));
    }
  }

  @ParameterizedTest
  @EnumSource(Stopping.class)
  void noSolutionGoesWithoutAVerdictWhileThereAreCallsForOne(Stopping stopping) {
    for (int seed = 0; seed < 200; seed++) {
      World world = new World(policy(stopping, Budget.ofCalls(5)), new Random(seed));
      world.run();

      if (!world.answers.isEmpty() && world.said.values().stream().allMatch(List::isEmpty)) {
        assertThat(world.spent.calls()).as("seed %d", seed).isEqualTo(5);
      }
    }
  }

  @Test
  void whatEndedTheWorkIsSaid() {
    World world = new World(policy(Stopping.FIXED, Budget.ofCalls(6)), new Random(1));

    Answer answer = world.run();

    assertThat(answer.warnings())
        .filteredOn(each -> each.code().equals("budget_exhausted"))
        .singleElement()
        .extracting(Warning::message)
        .asString()
        .startsWith("the budget of 6 calls ended the work: 6 calls and ");
    assertThat(answer.reason()).contains("the budget of 6 calls ended the work");
  }

  @Test
  void aBudgetThatSufficesChangesNothing() {
    for (Stopping stopping : Stopping.values()) {
      Answer without = new World(policy(stopping, null), new Random(3)).run();
      Answer with = new World(policy(stopping, Budget.ofCalls(1_000)), new Random(3)).run();

      assertThat(with).isEqualTo(without);
    }
  }

  @ParameterizedTest
  @EnumSource(Stopping.class)
  void tokensAndMoneyAreReckonedWithTheMeanOfWhatCallsCost(Stopping stopping) {
    for (int calls : CALLS) {
      Budget tokens = new Budget(null, calls * 10L, null);
      Budget money = new Budget(null, null, new Budget.Cost(BigDecimal.valueOf(calls), "EUR"));
      for (Budget budget : List.of(tokens, money)) {
        for (int seed = 0; seed < 3; seed++) {
          World world = new World(policy(stopping, budget), new Random(seed));
          world.run();

          // Every call of this world costs the mean, so that the reckoning is exact but for the
          // first attempt, which begins before anything is known.
          assertThat(world.spent.calls())
              .as("%s, seed %d", budget, seed)
              .isBetween(1, Math.max(4, calls));
        }
      }
    }
  }

  @Test
  void whatHasNoPriceEndsABudgetOfMoney() {
    Policy policy =
        policy(
            Stopping.FIXED, new Budget(null, null, new Budget.Cost(BigDecimal.valueOf(9), "USD")));

    Answer answer = new World(policy, new Random(1)).run();

    assertThat(answer.usage().calls()).isBetween(1, 4);
    assertThat(answer.reason()).contains("not all of them have a price in USD");
  }

  /** What the models would say, and what has been asked and said so far. */
  private final class World {
    private final Problem problem;
    private final Random random;
    private final Map<SolutionId, Integer> asked = new LinkedHashMap<>();
    private final Map<SolutionId, List<Verdict>> said = new LinkedHashMap<>();
    private final Map<SolutionId, String> answers = new LinkedHashMap<>();
    private final Map<SolutionId, Usage> costs = new LinkedHashMap<>();
    private final List<Abandonment> abandoned = new ArrayList<>();
    private final List<Runnable> underWay = new ArrayList<>();
    private int attempts;
    private Usage spent = Usage.NONE;

    World(Policy policy, Random random) {
      this.problem = EvidenceFixture.problem(policy);
      this.random = random;
    }

    Answer run() {
      while (true) {
        switch (selection.decide(problem, evidence(), START)) {
          case Decision.Settle(Answer answer) -> {
            return answer;
          }
          case Decision.Ask(int more, Map<SolutionId, Integer> verdicts) -> {
            for (int i = 0; i < more; i++) {
              AttemptId attempt = new AttemptId(ID, attempts++);
              underWay.add(() -> end(attempt));
            }
            verdicts.forEach(this::verify);
          }
          case Decision.Wait _ -> assertThat(underWay).isNotEmpty();
        }
        // Two results may come before anybody decides again.
        for (int together = random.nextInt(2); together >= 0 && !underWay.isEmpty(); together--) {
          underWay.remove(random.nextInt(underWay.size())).run();
        }
      }
    }

    /** With as many calls as it may have, or fewer. */
    private void end(AttemptId attempt) {
      Usage usage = pay(1 + random.nextInt(Allowance.attemptCalls(problem.policy())));
      if (random.nextInt(6) == 0) {
        abandoned.add(new Abandonment(attempt, "away", usage));
        return;
      }
      SolutionId id = new SolutionId(attempt, 0);
      answers.put(id, String.valueOf(random.nextInt(2)));
      costs.put(id, usage);
      said.put(id, new ArrayList<>());
    }

    private void verify(SolutionId id, int more) {
      asked.merge(id, more, Integer::sum);
      for (int i = 0; i < more; i++) {
        underWay.add(
            () -> {
              pay(1);
              said.get(id).add(random.nextBoolean() ? YES : NO);
            });
      }
    }

    private Usage pay(int calls) {
      Usage usage = usage(calls);
      spent = spent.plus(usage);
      return usage;
    }

    private static Usage usage(int calls) {
      return calls == 0
          ? Usage.NONE
          : new Usage(
              calls, 6L * calls, 4L * calls, 0, Expense.of("EUR", BigDecimal.valueOf(calls)));
    }

    private Evidence evidence() {
      List<FinalSolution> solutions = new ArrayList<>();
      answers.forEach(
          (id, answer) -> {
            VerdictTally tally = VerdictTally.of(said.get(id));
            solutions.add(
                new FinalSolution(
                    id,
                    answer,
                    true,
                    20,
                    costs.get(id),
                    new VerdictTally(
                        asked.getOrDefault(id, 0),
                        tally.returned(),
                        tally.readable(),
                        tally.passes(),
                        usage(tally.returned()))));
          });
      return new Evidence(attempts, solutions, abandoned).grouped(new MathEquality());
    }
  }
}

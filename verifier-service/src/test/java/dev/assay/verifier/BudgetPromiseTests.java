// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Budget;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * While the budget pays for a useful call and nothing is under way, the loop goes on: whatever the
 * workers say, in whatever order it arrives.
 */
class BudgetPromiseTests {

  private static final int RUNS = 3_000;
  private static final SelectionRule[] RULES = SelectionRule.values();

  @Test
  void nothingUsefulIsLeftUnbought() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      BudgetedRun run = new BudgetedRun(policy(random), random);

      run.play();

      assertThat(run.answer()).as("seed %d: settled", seed).isNotNull();
      assertThat(run.spent()).as("seed %d: spent", seed).isLessThanOrEqualTo(run.budget());
      if (run.endedByBudget()) {
        assertThat(run.left())
            .as("seed %d: left of %d calls, verdicts %s", seed, run.budget(), run.verdictsAsked())
            .isLessThan(run.cheapestUsefulCalls());
      }
    }
  }

  private static Policy policy(Random random) {
    Budget budget = Budget.ofCalls(1 + random.nextInt(14));
    if (random.nextInt(4) == 0) {
      return Policy.DEFAULT.withBudget(budget);
    }
    int attempts = 1 + random.nextInt(6);
    return new Policy(
            new Policy.Effort(attempts, 1 + random.nextInt(4), random.nextInt(3)),
            new Policy.Scoring(RULES[random.nextInt(RULES.length)], 0.5),
            new Policy.Thresholds(0.7, 0.1, 0.5),
            Duration.ofMinutes(5),
            random.nextBoolean() ? Stopping.FIXED : Stopping.ADAPTIVE,
            Policy.ErrorRates.UNSET)
        .withBudget(budget);
  }
}

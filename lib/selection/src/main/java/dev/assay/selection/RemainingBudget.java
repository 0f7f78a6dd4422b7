// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Allowance;
import dev.assay.contracts.Budget;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Usage;

/**
 * What is left of a problem's budget, in calls. What was asked for and has not come is reckoned
 * with the most calls that it may take ({@link Allowance}), so that a budget of calls is never
 * exceeded. What a call takes in tokens and money is known when it has come back: it is reckoned
 * with the mean of those that have, and until there is one a single attempt is under way.
 *
 * @param calls that may still be asked for; not positive where there are none
 * @param keptBack of them, for the first verdict on every solution that has none or is to come
 * @param attemptCalls the most that one attempt takes before its first verdict
 * @param firstVerdictCalls the most that the first verdict on a solution takes
 */
record RemainingBudget(long calls, long keptBack, int attemptCalls, int firstVerdictCalls) {

  /** As good as any number. */
  private static final long PLENTY = Integer.MAX_VALUE;

  /**
   * By this evidence, with the attempts, verdicts and comparisons that were asked for.
   *
   * @param summarised whether the first verdict on a solution takes a call more, for its outcome
   */
  static RemainingBudget of(Policy policy, Evidence evidence, boolean summarised) {
    int attempt = Allowance.attemptCalls(policy);
    int first = summarised ? 2 : 1;
    Budget budget = policy.budget();
    if (budget == null) {
      return new RemainingBudget(PLENTY, 0, attempt, first);
    }
    WorkUnderWay underWay = WorkUnderWay.of(evidence);
    long reserved = underWay.calls(attempt, summarised);
    long unverified =
        evidence.counted().stream().filter(each -> each.verdicts().asked() == 0).count();
    Usage spent = evidence.usage();
    return new RemainingBudget(
        Math.min(inCalls(budget, spent, reserved), atPrices(budget, spent, reserved, attempt)),
        first * (underWay.attempts() + unverified),
        attempt,
        first);
  }

  private static long inCalls(Budget budget, Usage spent, long reserved) {
    Integer most = budget.calls();
    return most == null ? PLENTY : most - spent.calls() - reserved;
  }

  private static long atPrices(Budget budget, Usage spent, long reserved, int attempt) {
    if (budget.tokens() == null && budget.cost() == null) {
      return PLENTY;
    }
    if (spent.calls() == 0) {
      return reserved == 0 ? attempt : 0;
    }
    long byTokens =
        budget.tokens() == null
            ? PLENTY
            : atMean(
                (double) budget.tokensLeft(spent), (double) spent.totalTokens(), spent.calls());
    long byCost =
        budget
            .left(spent)
            .map(
                left -> atMean(left.doubleValue(), paid(budget, left.doubleValue()), spent.calls()))
            .orElse(PLENTY);
    return Math.min(byTokens, byCost) - reserved;
  }

  private static double paid(Budget budget, double left) {
    return budget.cost() == null ? 0 : budget.cost().amount().doubleValue() - left;
  }

  /** How many calls the rest pays for, if they go on as they did. */
  private static long atMean(double left, double spent, int calls) {
    if (left <= 0) {
      return 0;
    }
    return spent <= 0 ? PLENTY : (long) Math.min(PLENTY, left / spent * calls);
  }

  /** Calls that nothing is kept back for. */
  long spare() {
    return Math.max(0, calls - keptBack);
  }
}

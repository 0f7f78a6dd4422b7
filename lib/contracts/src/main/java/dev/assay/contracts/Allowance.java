// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one line of work on a problem with a budget may spend, so that many of them side by side
 * keep the budget without asking each other. It follows from the policy alone: whoever plans and
 * whoever works reckon with the same numbers, and no message has to carry them.
 *
 * @param calls at the most; null for no limit
 * @param budget of the problem, which no line of work may exceed on its own; null for none
 * @param before what the line of work has spent
 */
public record Allowance(@Nullable Integer calls, @Nullable Budget budget, Usage before) {

  /** No limit at all. */
  public static final Allowance UNLIMITED = new Allowance(null, null, Usage.NONE);

  /** A solution and its critique; a revision takes as much again. */
  private static final int CALLS_OF_REVISION = 2;

  /** So many attempts are to have a chance, that their answers can agree or differ. */
  private static final int ATTEMPTS = 2;

  public Allowance {
    Objects.requireNonNull(before, "before");
  }

  /**
   * Of an attempt: a call for each of its solutions and critiques, or less, so that a small budget
   * is enough for two attempts and a verdict on each. A second try takes from the same.
   *
   * @param spent by the attempt so far
   */
  public static Allowance ofAttempt(Policy policy, Usage spent) {
    Budget budget = policy.budget();
    return budget == null
        ? UNLIMITED
        : new Allowance(budget.calls() == null ? null : attemptCalls(policy), budget, spent);
  }

  /** Of a verdict, an outcome or a comparison: one call, whatever it says. */
  public static Allowance ofJudgement(Policy policy) {
    Budget budget = policy.budget();
    return budget == null
        ? UNLIMITED
        : new Allowance(budget.calls() == null ? null : 1, budget, Usage.NONE);
  }

  /** The most calls that an attempt takes before its first verdict, where there is a budget. */
  public static int attemptCalls(Policy policy) {
    int all = CALLS_OF_REVISION * (1 + policy.revisions());
    Budget budget = policy.budget();
    if (budget == null || budget.calls() == null) {
      return all;
    }
    int share = budget.calls() / Math.min(ATTEMPTS, policy.attempts()) - 1;
    return Math.clamp(share, 1, all);
  }

  /** The same after further calls. */
  public Allowance after(Usage paid) {
    return budget == null ? this : new Allowance(calls, budget, before.plus(paid));
  }

  /** Whether another call may be bought. */
  public boolean buys() {
    return (calls == null || before.calls() < calls) && (budget == null || !budget.spent(before));
  }

  /** The most tokens that a reply may have; {@link Long#MAX_VALUE} without a limit. */
  public long tokens() {
    return budget == null ? Long.MAX_VALUE : budget.tokensLeft(before);
  }
}

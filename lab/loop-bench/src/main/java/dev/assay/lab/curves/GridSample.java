// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.ScoringRules;
import java.util.EnumSet;
import java.util.Set;

/**
 * A grid spent on a problem, with the outcomes and the verdicts that come first in an order.
 *
 * @param right the rules that choose the right answer
 * @param attemptCalls of drafting, critiques and refinements
 * @param verdictCalls of verification
 */
record GridSample(Set<SelectionRule> right, int attemptCalls, int verdictCalls) {

  /** As the services decide unless they are told otherwise. */
  private static final double ALPHA = Policy.DEFAULT.alpha();

  GridSample {
    right = Set.copyOf(right);
  }

  static GridSample on(PooledCase problem, GridSize grid, DrawOrder order) {
    AnswerTally tally = new AnswerTally();
    int attemptCalls = 0;
    int verdictCalls = 0;
    for (int i = 0; i < grid.attempts(); i++) {
      int attempt = order.attempts()[i];
      Candidate outcome = problem.lines().get(attempt).after(grid.revisions(), grid.route());
      attemptCalls += outcome.calls();
      verdictCalls += add(tally, outcome, order.verdicts()[attempt], grid.verifications());
    }
    ScoringRules scoring = new ScoringRules(grid.attempts(), grid.verifications(), ALPHA);
    Set<SelectionRule> right = EnumSet.noneOf(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      if (tally.choice(rule, scoring) == problem.right()) {
        right.add(rule);
      }
    }
    return new GridSample(right, attemptCalls, verdictCalls);
  }

  /** Adds an outcome with its verdicts, and returns the calls that these took. */
  private static int add(AnswerTally tally, Candidate outcome, int[] order, int verifications) {
    int readable = 0;
    double passes = 0;
    int calls = 0;
    int asked = outcome.answers() ? verifications : 0;
    for (int m = 0; m < asked; m++) {
      double verdict = outcome.verdicts()[order[m]];
      readable += Double.isNaN(verdict) ? 0 : 1;
      passes += Double.isNaN(verdict) ? 0 : verdict;
      calls += outcome.verdictCalls()[order[m]];
    }
    tally.add(outcome, readable, passes);
    return calls;
  }

  int calls() {
    return attemptCalls + verdictCalls;
  }
}

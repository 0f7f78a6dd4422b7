// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.ScoringRules;

/** Plain majority voting: every call is one more draft. What anything cleverer has to beat. */
final class Voting {

  private static final int[] NO_CALLS = {};
  private static final double[] NO_VERDICTS = {};

  private Voting() {}

  /**
   * Whether the majority of the first drafts is right.
   *
   * @param calls to spend; a draft whose second reply is no longer paid for is left out
   */
  static boolean right(PooledCase.Votes votes, int[] order, int calls) {
    AnswerTally tally = new AnswerTally();
    int spent = 0;
    int drafts = 0;
    for (int vote : order) {
      spent += votes.calls()[vote];
      if (spent > calls) {
        break;
      }
      drafts++;
      int group = votes.groups()[vote];
      tally.add(new Candidate(group, true, 0, 0, NO_VERDICTS, NO_CALLS, Double.NaN), 0, 0);
    }
    return drafts > 0
        && tally.choice(SelectionRule.MAJORITY, new ScoringRules(drafts, 0, 0)) == votes.right();
  }
}

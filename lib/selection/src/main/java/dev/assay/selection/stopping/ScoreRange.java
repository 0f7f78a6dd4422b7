// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.scoring.GroupSums;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a group stands, and the best and the worst that its outstanding verdicts could do.
 *
 * @param now its sums so far
 * @param left verdicts on its solutions that have not come, or were not asked for yet
 * @param votes the sum of pass rates, if all of these fail or all pass
 * @param best the best pass rate, in the same two cases
 */
record ScoreRange(GroupSums now, int left, Bounds votes, Bounds best) {

  /** A group that nobody has answered yet. */
  static final ScoreRange NONE = open(new GroupSums(0, 0, 0, 0, 0, 0, 0, 0, Integer.MAX_VALUE));

  /** The least and the most that a number can be in the end. */
  record Bounds(double least, double most) {}

  /**
   * @param verifications M, the most verdicts on a solution
   */
  static List<ScoreRange> of(WorkState progress, int verifications) {
    List<ScoreRange> groups = new ArrayList<>();
    GroupAccumulator.of(progress).sums().forEach(sums -> groups.add(open(sums)));
    for (VerificationState each : progress.solutions()) {
      groups.set(each.group(), groups.get(each.group()).with(each, verifications));
    }
    return groups;
  }

  private static ScoreRange open(GroupSums now) {
    return new ScoreRange(now, 0, new Bounds(0, 0), new Bounds(0, 0));
  }

  private ScoreRange with(VerificationState each, int verifications) {
    int open = Math.max(0, verifications - each.returned());
    int all = each.readable() + open;
    double most = all == 0 ? 0 : (each.passes() + open) / all;
    double fewest = all == 0 ? 0 : each.passes() / all;
    return new ScoreRange(
        now,
        left + open,
        new Bounds(votes.least() + fewest, votes.most() + most),
        new Bounds(Math.max(best.least(), fewest), Math.max(best.most(), most)));
  }

  int size() {
    return now.size();
  }

  int readable() {
    return now.readable();
  }

  double passes() {
    return now.passes();
  }
}

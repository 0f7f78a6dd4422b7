// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a group stands, and the best and the worst that its outstanding verdicts could do.
 *
 * @param left verdicts on its solutions that have not come, or were not asked for yet
 * @param mostVotes sum of pass rates if all of these pass
 * @param fewestVotes the same if all fail
 * @param bestAtMost the best pass rate if all pass
 * @param bestAtLeast the same if all fail
 */
record ScoreRange(
    int size,
    int accepted,
    long tokens,
    int readable,
    double passes,
    int left,
    double mostVotes,
    double fewestVotes,
    double bestAtMost,
    double bestAtLeast,
    int first) {

  /** A group that nobody has answered yet. */
  static final ScoreRange NONE = new ScoreRange(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Integer.MAX_VALUE);

  /**
   * @param verifications M, the most verdicts on a solution
   */
  static List<ScoreRange> of(WorkState progress, int verifications) {
    ScoreRange[] groups = new ScoreRange[progress.groups()];
    IntStream.range(0, groups.length).forEach(i -> groups[i] = NONE);
    for (int i = 0; i < progress.solutions().size(); i++) {
      VerificationState each = progress.solutions().get(i);
      groups[each.group()] = groups[each.group()].plus(each, verifications, i);
    }
    return List.of(groups);
  }

  private ScoreRange plus(VerificationState each, int verifications, int place) {
    int open = Math.max(0, verifications - each.returned());
    int all = each.readable() + open;
    double most = all == 0 ? 0 : (each.passes() + open) / all;
    double fewest = all == 0 ? 0 : each.passes() / all;
    return new ScoreRange(
        size + 1,
        accepted + (each.accepted() ? 1 : 0),
        tokens + each.tokens(),
        readable + each.readable(),
        passes + each.passes(),
        left + open,
        mostVotes + most,
        fewestVotes + fewest,
        Math.max(bestAtMost, most),
        Math.max(bestAtLeast, fewest),
        Math.min(first, place));
  }
}

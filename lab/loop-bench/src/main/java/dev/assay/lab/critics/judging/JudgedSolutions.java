// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.contracts.Usage;
import java.util.List;

/**
 * All that was judged.
 *
 * @param ballots a solution each, in the order of the sets
 * @param outOfReach solutions whose problems the protocol cannot ask about
 * @param paid in this run, as some of it may be of an earlier one
 * @param seconds that this run took
 */
public record JudgedSolutions(
    JudgingSettings settings, List<Ballot> ballots, int outOfReach, Usage paid, double seconds) {

  public JudgedSolutions {
    ballots = List.copyOf(ballots);
  }

  /** What all judgements cost, those of earlier runs included. */
  public Usage cost() {
    return ballots.stream()
        .flatMap(each -> each.votes().stream())
        .map(Judgement::usage)
        .reduce(Usage.NONE, Usage::plus);
  }

  /** Judgements that were wanted and to which the model gave no reply. */
  public int missing() {
    return ballots.stream().mapToInt(Ballot::missing).sum();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import java.util.function.BooleanSupplier;

/**
 * What it takes to call an answer verified. Whatever rule chose it, the bar is the same: enough
 * readable verdicts, a pessimistic score that the caller sets, and a {@link Posterior} that no
 * verifier reaches which passes rivals alike.
 *
 * @param verifiedFrom the least pessimistic score of a verified answer
 * @param abstainBelow an answer whose mean verdict is below this is withheld
 * @param quorum the least share of the verdicts asked that must be readable
 */
public record VerifiedThreshold(double verifiedFrom, double abstainBelow, double quorum) {

  public static VerifiedThreshold of(Policy policy) {
    return new VerifiedThreshold(policy.verifiedFrom(), policy.abstainBelow(), policy.quorum());
  }

  /**
   * How far the answer of this group can be trusted.
   *
   * @param pessimistic its score under {@link ScoringRules#pessimistic}
   * @param convinces {@link RivalGroups#convinces}, asked only where the rest allows {@code
   *     verified}
   */
  public Status status(GroupSums group, double pessimistic, BooleanSupplier convinces) {
    if (!reachesQuorum(group)) {
      return Status.UNCERTAIN;
    }
    if (group.meanVerdict() < abstainBelow) {
      return Status.ABSTAINED;
    }
    return pessimistic >= verifiedFrom && convinces.getAsBoolean()
        ? Status.VERIFIED
        : Status.UNCERTAIN;
  }

  /** Whether enough of the verdicts asked for can be read. */
  public boolean reachesQuorum(GroupSums group) {
    return group.readable() >= quorum * Math.max(1, group.asked());
  }
}

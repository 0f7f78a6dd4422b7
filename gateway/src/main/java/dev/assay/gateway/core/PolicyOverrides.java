// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a policy that somebody set; the others are left to the policy below. Callers write
 * it in requests, operators in configuration. The fields mean what they mean in {@link Policy}.
 */
public record PolicyOverrides(
    @Nullable Integer attempts,
    @Nullable Integer verifications,
    @Nullable Integer revisions,
    @Nullable SelectionRule rule,
    @Nullable Double alpha,
    @Nullable Double verifiedFrom,
    @Nullable Double abstainBelow,
    @Nullable Double quorum,
    @Nullable Duration deadline,
    @Nullable Stopping stopping,
    @Nullable Double maxErrorRate,
    @Nullable Double falsePass) {

  public static final PolicyOverrides NONE =
      new PolicyOverrides(null, null, null, null, null, null, null, null, null, null, null, null);

  /**
   * The policy with these fields set.
   *
   * @throws IllegalArgumentException naming the field, its value and the expected range
   */
  public Policy over(Policy below) {
    return new Policy(
        or(attempts, below.attempts()),
        or(verifications, below.verifications()),
        or(revisions, below.revisions()),
        or(rule, below.rule()),
        or(alpha, below.alpha()),
        or(verifiedFrom, below.verifiedFrom()),
        or(abstainBelow, below.abstainBelow()),
        or(quorum, below.quorum()),
        or(deadline, below.deadline()),
        or(stopping, below.stopping()),
        maxErrorRate == null ? below.maxErrorRate() : maxErrorRate,
        falsePass == null ? below.falsePass() : falsePass);
  }

  private static <T> T or(@Nullable T value, T below) {
    return value == null ? below : value;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How hard was tried for an answer: evidence that was gathered in another way is not drawn alike,
 * and what was learnt from it promises nothing.
 *
 * @param forcedEndings whether verifiers could be made to conclude; null from a build that had no
 *     such thing, whose outcomes speak for answers without forced verdicts
 */
public record ComputeBudget(
    int attempts,
    int verifications,
    int revisions,
    SelectionRule rule,
    double alpha,
    Stopping stopping,
    @Nullable Boolean forcedEndings) {

  public ComputeBudget {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(stopping, "stopping");
  }

  public static ComputeBudget of(Policy policy) {
    return new ComputeBudget(
        policy.attempts(),
        policy.verifications(),
        policy.revisions(),
        policy.rule(),
        policy.alpha(),
        policy.stopping(),
        policy.forcedEndings());
  }

  /**
   * Whether evidence for an answer is gathered in this way under a policy. A budget of calls or
   * money may end it anywhere, as none of the recorded ones did.
   */
  boolean covers(Policy policy) {
    if (policy.budget() != null) {
      return false;
    }
    ComputeBudget asked = of(policy);
    return equals(forcedEndings == null ? asked.ofBefore() : asked);
  }

  private ComputeBudget ofBefore() {
    return new ComputeBudget(attempts, verifications, revisions, rule, alpha, stopping, null);
  }

  /** For people: {@code N=8, M=4, R=1, pessimistic with alpha 0.5, adaptive}. */
  @Override
  public String toString() {
    return "N=%d, M=%d, R=%d, %s with alpha %s, %s%s"
        .formatted(
            attempts,
            verifications,
            revisions,
            rule,
            alpha,
            stopping,
            Boolean.FALSE.equals(forcedEndings) ? ", no forced endings" : "");
  }
}

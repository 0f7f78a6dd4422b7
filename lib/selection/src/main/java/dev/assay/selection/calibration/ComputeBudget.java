// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import java.util.Objects;

/**
 * How hard was tried for an answer: evidence that was gathered in another way is not drawn alike,
 * and what was learnt from it promises nothing.
 */
public record ComputeBudget(
    int attempts,
    int verifications,
    int revisions,
    SelectionRule rule,
    double alpha,
    Stopping stopping) {

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
        policy.stopping());
  }

  /** For people: {@code N=8, M=4, R=1, pessimistic with alpha 0.5, adaptive}. */
  @Override
  public String toString() {
    return "N=%d, M=%d, R=%d, %s with alpha %s, %s"
        .formatted(attempts, verifications, revisions, rule, alpha, stopping);
  }
}

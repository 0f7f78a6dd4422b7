// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Allowance;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Usage;
import java.time.Instant;
import java.util.Objects;

/**
 * What a problem allows whoever is asked about it.
 *
 * @param deadline no call begins or lasts beyond it
 * @param forcedEndings whether a reply that says nothing readable may be brought to an end that
 *     does
 * @param allowance what may be spent on it
 */
public record Terms(Instant deadline, boolean forcedEndings, Allowance allowance) {

  public Terms {
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(allowance, "allowance");
  }

  /** Where it may cost what it does. */
  public Terms(Instant deadline, boolean forcedEndings) {
    this(deadline, forcedEndings, Allowance.UNLIMITED);
  }

  /** Of a judgement on a problem's solutions or answers. */
  public static Terms of(Problem problem) {
    return new Terms(
        problem.deadline(),
        problem.policy().forcedEndings(),
        Allowance.ofJudgement(problem.policy()));
  }

  /**
   * Of an attempt at a problem.
   *
   * @param spent by the attempt so far
   */
  public static Terms ofAttempt(Problem problem, Usage spent) {
    return new Terms(
        problem.deadline(),
        problem.policy().forcedEndings(),
        Allowance.ofAttempt(problem.policy(), spent));
  }

  /** The same after further calls. */
  public Terms after(Usage paid) {
    return new Terms(deadline, forcedEndings, allowance.after(paid));
  }
}

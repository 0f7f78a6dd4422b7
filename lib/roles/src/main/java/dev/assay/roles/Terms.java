// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Problem;
import java.time.Instant;
import java.util.Objects;

/**
 * What a problem allows whoever is asked about it.
 *
 * @param deadline no call begins or lasts beyond it
 * @param forcedEndings whether a reply that says nothing readable may be brought to an end that
 *     does
 */
public record Terms(Instant deadline, boolean forcedEndings) {

  public Terms {
    Objects.requireNonNull(deadline, "deadline");
  }

  /** Of a problem. */
  public static Terms of(Problem problem) {
    return new Terms(problem.deadline(), problem.policy().forcedEndings());
  }
}

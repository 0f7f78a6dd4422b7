// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Usage;
import java.util.Objects;

/** An attempt that ended without a solution to verify, and why. */
public record Abandonment(AttemptId attempt, String reason, Usage spent) {

  public Abandonment {
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(spent, "spent");
  }
}

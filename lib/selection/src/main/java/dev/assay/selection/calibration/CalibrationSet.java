// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What is kept of the labelled outcomes of one verifier: the outcomes themselves, so that the
 * calibration and the threshold for any error rate follow from the same record. Another verifier,
 * or another version of it, needs a set of its own.
 *
 * @param verifier the version whose verdicts the scores come from
 * @param effort that they were gathered with
 * @param fitted the day on which the outcomes were collected
 * @param outcomes in any order, one a problem: outcomes of the same problem are not independent
 */
public record CalibrationSet(
    String verifier, ComputeBudget effort, LocalDate fitted, List<LabelledOutcome> outcomes) {

  public CalibrationSet {
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(fitted, "fitted");
    if (verifier.isBlank()) {
      throw new IllegalArgumentException("verifier: blank (expected: its version)");
    }
    outcomes = List.copyOf(outcomes);
  }

  /** Whether the outcomes speak for answers of this policy: only if it gathers evidence alike. */
  public boolean covers(Policy policy) {
    return effort.equals(ComputeBudget.of(policy));
  }
}

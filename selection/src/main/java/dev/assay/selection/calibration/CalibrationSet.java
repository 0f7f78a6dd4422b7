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
 * @param fitted the day on which the outcomes were collected
 * @param attempts N of the policy under which they were collected
 * @param verifications M of that policy
 * @param outcomes in any order, one a problem: outcomes of the same problem are not independent
 */
public record CalibrationSet(
    String verifier,
    LocalDate fitted,
    int attempts,
    int verifications,
    List<LabelledOutcome> outcomes) {

  public CalibrationSet {
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(fitted, "fitted");
    if (verifier.isBlank()) {
      throw new IllegalArgumentException("verifier: blank (expected: its version)");
    }
    if (attempts < 1 || verifications < 1) {
      throw new IllegalArgumentException(
          "attempts and verifications: "
              + attempts
              + " x "
              + verifications
              + " (expected: at least 1 x 1)");
    }
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Whether the outcomes speak for answers of another policy. A larger one is right more often at
   * the same score, and a smaller one less often, so that a promise would be broken.
   */
  public boolean covers(Policy policy) {
    return policy.attempts() >= attempts && policy.verifications() >= verifications;
  }
}

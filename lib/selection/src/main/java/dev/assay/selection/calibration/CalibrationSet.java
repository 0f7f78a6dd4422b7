// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.QuestionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the labelled outcomes of one verifier: the outcomes themselves, so that the
 * calibration and the threshold for any error rate follow from the same record. Another verifier,
 * or another version of it, needs a set of its own, and so does another kind of question.
 *
 * @param verifier the version whose verdicts the scores come from
 * @param kind of the questions; null in the file of a build that knew no kinds, which says nothing
 * @param effort that they were gathered with
 * @param fitted the day on which the outcomes were collected
 * @param outcomes in any order, one a problem: outcomes of the same problem are not independent
 */
public record CalibrationSet(
    String verifier,
    @Nullable QuestionKind kind,
    ComputeBudget effort,
    LocalDate fitted,
    List<LabelledOutcome> outcomes) {

  public CalibrationSet {
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(fitted, "fitted");
    if (verifier.isBlank()) {
      throw new IllegalArgumentException("verifier: blank (expected: its version)");
    }
    outcomes = List.copyOf(outcomes);
  }

  /** Whether it is of the same verifier, kind and policy as another, and so newer word of it. */
  boolean replaces(CalibrationSet other) {
    return verifier.equals(other.verifier)
        && Objects.equals(kind, other.kind)
        && effort.equals(other.effort);
  }
}

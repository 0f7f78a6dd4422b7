// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.QuestionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  /**
   * Why the outcomes do not speak for an answer with this evidence, and what to do: those of a
   * build that forced no verdict know none that was. Empty if they do.
   *
   * @param groups of the answer, the chosen one first
   */
  public Optional<String> silence(List<AnswerGroup> groups) {
    int forced =
        groups.stream()
            .flatMap(group -> group.solutions().stream())
            .mapToInt(solution -> Objects.requireNonNullElse(solution.forced(), 0))
            .sum();
    return forced == 0 || effort.forcedEndings() != null
        ? Optional.empty()
        : Optional.of(
            "the verifier was made to give %d of the verdicts, and the labelled outcomes know none such; ./assay calibrate makes some that do, forced_endings: false in the policy goes without"
                .formatted(forced));
  }
}

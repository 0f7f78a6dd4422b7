// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.Policy;
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

  /**
   * Why the outcomes do not speak for an answer, and what to do: they do only for questions of
   * their kind, under a policy that gathers evidence alike. Empty if they do.
   *
   * @param asked the kind of question, or null where nobody says
   */
  public Optional<String> silence(@Nullable QuestionKind asked, Policy policy) {
    return ofAnotherKind(asked).or(() -> ofAnotherPolicy(policy));
  }

  private Optional<String> ofAnotherKind(@Nullable QuestionKind asked) {
    if (kind == null) {
      return Optional.of(
          "the labelled outcomes do not say of what kind of question they are;"
              + " ./assay calibrate --kind makes some that do");
    }
    if (asked == null) {
      return Optional.of(
          "nobody says of what kind the question is, and the labelled outcomes are of "
              + kind
              + " only; state its kind, and ./assay calibrate --kind makes outcomes of it");
    }
    return asked.equals(kind)
        ? Optional.empty()
        : Optional.of(
            "the question is of the kind %s, and the labelled outcomes are of %s only; ./assay calibrate --kind %1$s makes those of its kind"
                .formatted(asked, kind));
  }

  private Optional<String> ofAnotherPolicy(Policy policy) {
    return effort.equals(ComputeBudget.of(policy))
        ? Optional.empty()
        : Optional.of(
            "the labelled outcomes were gathered with another policy, "
                + effort
                + "; ./assay calibrate makes those of this one");
  }
}

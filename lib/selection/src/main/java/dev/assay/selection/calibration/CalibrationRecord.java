// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import dev.assay.contracts.QuestionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of labelled outcomes: the fields of one set, the latest, and the other sets beside them.
 * Builds that knew one set a file wrote the fields alone, and of what is written here they read the
 * latest set and no other.
 *
 * @param others sets of other verifiers, kinds of question or policies; null where there are none
 */
public record CalibrationRecord(
    String verifier,
    @Nullable QuestionKind kind,
    ComputeBudget effort,
    LocalDate fitted,
    List<LabelledOutcome> outcomes,
    @Nullable List<CalibrationSet> others) {

  public CalibrationRecord {
    outcomes = List.copyOf(outcomes);
    others = others == null || others.isEmpty() ? null : List.copyOf(others);
    // A set knows what is wrong with these fields.
    CalibrationSet _ = new CalibrationSet(verifier, kind, effort, fitted, outcomes);
  }

  public static CalibrationRecord of(CalibrationSet only) {
    return of(only, List.of());
  }

  private static CalibrationRecord of(CalibrationSet latest, List<CalibrationSet> others) {
    return new CalibrationRecord(
        latest.verifier(),
        latest.kind(),
        latest.effort(),
        latest.fitted(),
        latest.outcomes(),
        others);
  }

  /** All sets, the latest first. */
  public List<CalibrationSet> sets() {
    CalibrationSet latest = new CalibrationSet(verifier, kind, effort, fitted, outcomes);
    return Stream.concat(Stream.of(latest), Stream.ofNullable(others).flatMap(List::stream))
        .toList();
  }

  /** With another set, which takes the place of one of the same verifier, kind and policy. */
  public CalibrationRecord with(CalibrationSet latest) {
    List<CalibrationSet> kept = new ArrayList<>(sets());
    kept.removeIf(latest::replaces);
    return of(latest, kept);
  }

  /** What is known of a verifier, by its version. */
  public Calibrations of(Predicate<String> version) {
    return new Calibrations(sets().stream().filter(each -> version.test(each.verifier())).toList());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.selection.calibration.Calibration;
import dev.assay.selection.calibration.Calibration.Step;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The ways to make a probability of a score that were compared. */
enum Calibrator {
  /** The same for every answer: the share of right ones. */
  BASE_RATE("base rate"),
  /** A logistic curve in the score, its targets smoothed (Platt 1999). */
  PLATT("Platt"),
  /** The staircase as it is, without a correction for few outcomes. */
  ISOTONIC("isotonic"),
  /** What the product uses. */
  KEPT("isotonic, Laplace");

  private final String shown;

  Calibrator(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }

  /** The probability of being right as a function of the score. */
  DoubleUnaryOperator fit(List<LabelledOutcome> outcomes) {
    return switch (this) {
      case BASE_RATE -> baseRate(outcomes);
      case PLATT -> platt(outcomes);
      case ISOTONIC -> isotonic(outcomes);
      case KEPT -> Calibration.fit(outcomes)::confidence;
    };
  }

  private static long right(List<LabelledOutcome> outcomes) {
    return outcomes.stream().filter(LabelledOutcome::right).count();
  }

  private static DoubleUnaryOperator baseRate(List<LabelledOutcome> outcomes) {
    double rate = (right(outcomes) + 1.0) / (outcomes.size() + 2);
    return _ -> rate;
  }

  private static DoubleUnaryOperator platt(List<LabelledOutcome> outcomes) {
    long right = right(outcomes);
    double high = (right + 1.0) / (right + 2);
    double low = 1.0 / (outcomes.size() - right + 2);
    Logistic curve =
        Logistic.fit(
            outcomes.stream().map(each -> new double[] {each.score()}).toList(),
            outcomes.stream().mapToDouble(each -> each.right() ? high : low).toArray());
    return score -> curve.probability(new double[] {score});
  }

  private static DoubleUnaryOperator isotonic(List<LabelledOutcome> outcomes) {
    List<Step> steps =
        Calibration.fit(outcomes).steps().stream()
            .map(
                step ->
                    new Step(
                        step.from(),
                        step.right(),
                        step.count(),
                        (double) step.right() / step.count()))
            .toList();
    return new Calibration(steps)::confidence;
  }
}

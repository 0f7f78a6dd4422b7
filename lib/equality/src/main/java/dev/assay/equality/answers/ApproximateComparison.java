// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Approximate;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.math.Formula;
import java.util.OptionalDouble;

/** Compares numbers that are said to be rounded: what may round to them is not known to differ. */
final class ApproximateComparison {

  private static final double SLACK = 1e-9;

  private ApproximateComparison() {}

  static Judgement compare(Approximate left, Approximate right) {
    Judgement judgement = Amounts.compare(left.value(), right.value());
    boolean near = mayBe(left, right.value()) || mayBe(right, left.value());
    return judgement == DIFFERENT && near ? UNKNOWN : judgement;
  }

  static Judgement compare(Approximate left, Quantity right) {
    Judgement judgement = Amounts.compare(left.value(), right);
    return judgement == DIFFERENT && mayBe(left, right) ? UNKNOWN : judgement;
  }

  /** Whether the exact value comes to it when it is rounded, or cut off. */
  static boolean mayBe(Approximate rounded, Quantity exact) {
    Quantity value = rounded.value();
    boolean oneDimension =
        value.unit().isNone()
            || exact.unit().isNone()
            || value.unit().dimension().equals(exact.unit().dimension());
    OptionalDouble one = inUnit(value, exact.unit());
    OptionalDouble other = inUnit(exact, value.unit());
    if (!oneDimension || one.isEmpty() || other.isEmpty()) {
      return false;
    }
    double place = rounded.place() * one.getAsDouble() / nonZero(plain(value.formula()));
    double apart = Math.abs(one.getAsDouble() - other.getAsDouble());
    boolean less = Math.abs(one.getAsDouble()) < Math.abs(other.getAsDouble());
    return apart <= Math.abs(place) * (0.5 + SLACK) || (less && apart < Math.abs(place));
  }

  /** In the measure of its dimension; a unit that is missing is understood, but a percent sign. */
  private static OptionalDouble inUnit(Quantity quantity, Unit other) {
    boolean understood = quantity.unit().isNone() && !other.isShare();
    Unit unit = understood ? other : quantity.unit();
    return quantity.formula().times(unit.factor()).approximation();
  }

  private static double plain(Formula formula) {
    return formula.approximation().orElse(1);
  }

  private static double nonZero(double value) {
    return value == 0 ? 1 : value;
  }
}

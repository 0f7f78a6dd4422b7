// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;

/** Compares quantities: a unit that only one of them names is taken as understood. */
final class Amounts {

  private Amounts() {}

  static Judgement compare(Quantity left, Quantity right) {
    Unit one = left.unit();
    Unit other = right.unit();
    if (one.equals(other)) {
      return BareAmounts.compare(left.formula(), right.formula());
    }
    if (bare(one, other)) {
      return withUnit(left.formula(), right);
    }
    if (bare(other, one)) {
      return withUnit(right.formula(), left);
    }
    if (one.dimension().equals(other.dimension())) {
      return Conversion.compare(left, right);
    }
    boolean sure =
        one.isKnown()
            && other.isKnown()
            && !one.dimension().countsLike(other.dimension())
            && !one.mayMeasure(other.dimension())
            && !other.mayMeasure(one.dimension());
    return sure || (one.unitless() != 0 && other.unitless() != 0) ? DIFFERENT : UNKNOWN;
  }

  /** Compares units that stand alone. */
  static Judgement compare(Unit one, Unit other) {
    Formula single = Formula.of(Rational.ONE);
    return compare(new Quantity(single, one), new Quantity(single, other));
  }

  /** Whether it says no unit, or nothing but "units", while the other may say which. */
  private static boolean bare(Unit one, Unit other) {
    return one.isNone()
        || (one.unitless() != 0
            && other.unitless() == 0
            && one.unitless() == other.dimension().powerOf("m"));
  }

  private static Judgement withUnit(Formula bare, Quantity full) {
    Judgement number = BareAmounts.compare(bare, full.formula());
    if (full.unit().isShare()) {
      Judgement part = BareAmounts.compare(bare, full.formula().times(full.unit().factor()));
      return part == DIFFERENT && number == EQUAL ? UNKNOWN : part;
    }
    if (full.unit().dimension().countsLike(Unit.SHARE)) {
      return UNKNOWN;
    }
    // A multiple of pi may be the angle in radians, and the m of 5m a unit.
    boolean radians = full.unit().isDegree() && bare.value().isEmpty();
    boolean sure = !radians && bare.isConstant();
    return number == DIFFERENT && !sure ? UNKNOWN : number;
  }
}

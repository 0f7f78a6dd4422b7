// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import dev.assay.equality.math.Rational;
import java.util.Optional;
import java.util.Set;

/** Compares quantities: a unit that only one of them names is taken as understood. */
final class Amounts {

  /** Letters that stand for a unit more often than for anything else behind a number. */
  private static final Set<String> UNIT_LETTERS =
      Set.of("g", "h", "l", "L", "m", "s", "C", "F", "J", "K", "N", "V", "W");

  /** Bits that a decimal digit, or a sign, stands for at most. */
  private static final int MOST_BITS = 4;

  private Amounts() {}

  static Judgement compare(Quantity left, Quantity right) {
    Unit one = left.unit();
    Unit other = right.unit();
    if (one.equals(other)) {
      return plain(left.formula(), right.formula());
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

  /** Digits without their base may be meant in it. */
  static Judgement plain(Formula left, Formula right) {
    Judgement judgement = Judgement.of(Identity.of(left, right));
    boolean based = sameDigits(left, right) || sameDigits(right, left);
    boolean units = mayHaveUnit(left, right) || mayHaveUnit(right, left);
    return (based || units) && judgement == DIFFERENT ? UNKNOWN : judgement;
  }

  /** The g of 48g may be a gram or a variable, and so may be letters in a row, as in 52 WPM. */
  private static boolean mayHaveUnit(Formula lettered, Formula constant) {
    Set<String> letters = lettered.variables();
    return constant.isConstant()
        && lettered.isTerm()
        && (letters.size() > 1 || (letters.size() == 1 && UNIT_LETTERS.containsAll(letters)));
  }

  private static boolean sameDigits(Formula based, Formula plain) {
    Optional<String> digits = based.digits();
    // Decimals of a long number are work, and no digits in another base are as long.
    return digits.isPresent()
        && plain
            .value()
            .filter(value -> value.bits() <= MOST_BITS * digits.get().length())
            .map(Object::toString)
            .equals(digits);
  }

  private static Judgement withUnit(Formula bare, Quantity full) {
    Judgement number = plain(bare, full.formula());
    if (full.unit().isShare()) {
      Judgement part = plain(bare, full.formula().times(full.unit().factor()));
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

// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import java.util.Optional;
import java.util.Set;

/** Compares amounts that are counted in one unit, or in none that we know of. */
final class BareAmounts {

  /** Letters that stand for a unit more often than for anything else behind a number. */
  private static final Set<String> UNIT_LETTERS =
      Set.of(
          "g", "h", "l", "L", "m", "s", "t", "d", "A", "C", "F", "H", "J", "K", "N", "S", "T", "V",
          "W");

  /** Bits that a decimal digit, or a sign, stands for at most. */
  private static final int MOST_BITS = 4;

  private BareAmounts() {}

  /** Digits without their base may be meant in it. */
  static Judgement compare(Formula left, Formula right) {
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;
import static dev.assay.equality.answers.RangeReading.FALLING;
import static dev.assay.equality.answers.RangeReading.RANGE;
import static dev.assay.equality.answers.RangeReading.RATIO;
import static dev.assay.equality.answers.RangeReading.SUBTRACTION;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Range;
import dev.assay.equality.math.Rational;
import java.util.Optional;

/** Compares ranges end by end, and says nothing where another reading would decide otherwise. */
final class RangeComparison {

  private RangeComparison() {}

  static Judgement compare(Range range, ParsedAnswer other) {
    return switch (other) {
      case Range right -> ranges(range, right);
      case Quantity number -> number(range, number);
      case ParsedAnswer _ -> UNKNOWN;
    };
  }

  private static Judgement ranges(Range left, Range right) {
    Judgement low = Amounts.compare(left.low(), right.low());
    Judgement high = Amounts.compare(left.high(), right.high());
    if (low == DIFFERENT || high == DIFFERENT) {
      return mayBeEqual(left, right) ? UNKNOWN : DIFFERENT;
    }
    return low == EQUAL ? high : low;
  }

  private static boolean mayBeEqual(Range left, Range right) {
    boolean ratios = left.reading() == RATIO && right.reading() == RATIO;
    if (ratios) {
      return ratio(left).equals(ratio(right));
    }
    return isDifference(left)
        && isDifference(right)
        && Amounts.compare(difference(left), difference(right)) != DIFFERENT;
  }

  private static boolean isDifference(Range range) {
    return range.reading() == SUBTRACTION || range.reading() == FALLING;
  }

  /** A number inside may stand for the range; one outside may be its difference or its ratio. */
  private static Judgement number(Range range, Quantity number) {
    if (range.reading() == FALLING) {
      Judgement left = Amounts.compare(difference(range), number);
      // Nobody leaves 0-0 to be worked out: it is a score.
      return left == EQUAL && value(range.low()).equals(value(range.high())) ? UNKNOWN : left;
    }
    if (isInside(number, range)) {
      return UNKNOWN;
    }
    if (range.reading() == RATIO) {
      return ratio(range).equals(number.formula().value()) ? UNKNOWN : DIFFERENT;
    }
    return range.reading() == RANGE || Amounts.compare(difference(range), number) == DIFFERENT
        ? DIFFERENT
        : UNKNOWN;
  }

  private static boolean isInside(Quantity number, Range range) {
    return Amounts.compare(range.low(), number) != DIFFERENT
        || Amounts.compare(range.high(), number) != DIFFERENT
        || isBetween(number, range);
  }

  private static boolean isBetween(Quantity number, Range range) {
    boolean bare = number.unit().isNone();
    Quantity measured = bare ? new Quantity(number.formula(), range.low().unit()) : number;
    Optional<Rational> value = value(measured);
    Optional<Rational> low = value(range.low());
    Optional<Rational> high = value(range.high());
    return value.isEmpty()
        || (value.get().compareTo(low.orElseThrow()) > 0
            && value.get().compareTo(high.orElseThrow()) < 0);
  }

  private static Optional<Rational> value(Quantity end) {
    return end.formula().value().map(end.unit().factor()::times);
  }

  static boolean isRising(Range range) {
    return value(range.low()).orElseThrow().compareTo(value(range.high()).orElseThrow()) < 0;
  }

  private static Quantity difference(Range range) {
    return new Quantity(range.low().formula().minus(range.high().formula()), range.high().unit());
  }

  private static Optional<Rational> ratio(Range range) {
    return value(range.low()).flatMap(low -> value(range.high()).flatMap(low::dividedBy));
  }
}

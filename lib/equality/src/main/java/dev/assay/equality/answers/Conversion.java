// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.Optional;

/** Compares quantities of one dimension in its own measure. */
final class Conversion {

  private static final Formula PI = Formula.parse("\\pi").orElseThrow();

  /** What 273.15 is often rounded to. */
  private static final Rational ROUNDED = Rational.of(3).dividedBy(Rational.of(20)).orElseThrow();

  private Conversion() {}

  static Judgement compare(Quantity left, Quantity right) {
    Optional<Rational> one = left.unit().zero();
    Optional<Rational> other = right.unit().zero();
    if (!one.equals(other)) {
      return scales(left, right);
    }
    Judgement judgement = sized(left, right);
    boolean sameKind = left.unit().kind().equals(right.unit().kind());
    return judgement == EQUAL && !sameKind ? UNKNOWN : judgement;
  }

  private static Judgement sized(Quantity left, Quantity right) {
    int pis = left.unit().pis() - right.unit().pis();
    return BareAmounts.compare(measure(left, Math.max(pis, 0)), measure(right, Math.max(-pis, 0)));
  }

  private static Formula measure(Quantity quantity, int pis) {
    Formula measure = quantity.formula().times(quantity.unit().factor());
    for (int i = 0; i < pis; i++) {
      measure = measure.times(PI);
    }
    return measure;
  }

  /** Temperatures on two scales; a difference of them has no zero, so that it may be meant too. */
  private static Judgement scales(Quantity left, Quantity right) {
    if (left.unit().zero().isEmpty() || right.unit().zero().isEmpty()) {
      return UNKNOWN;
    }
    Judgement exact = BareAmounts.compare(kelvins(left), kelvins(right));
    if (exact == EQUAL) {
      return EQUAL;
    }
    boolean apart = exact == DIFFERENT && sized(left, right) == DIFFERENT;
    return apart && !isNear(left, right) ? DIFFERENT : UNKNOWN;
  }

  private static boolean isNear(Quantity left, Quantity right) {
    Formula distance = kelvins(left).minus(kelvins(right));
    return distance.value().map(each -> each.abs().equals(ROUNDED)).orElse(false);
  }

  private static Formula kelvins(Quantity quantity) {
    Formula size = quantity.formula().times(quantity.unit().factor());
    return size.minus(Formula.of(quantity.unit().zero().orElseThrow().negated()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.text.WorkBudget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A real number that is known up to an error: the true value lies within the radius around the
 * middle. Midpoint-radius arithmetic as in J. van der Hoeven, "Ball arithmetic" (2009), §3; every
 * operation adds its own rounding to the radius, so that two balls apart are two numbers apart.
 */
record Ball(BigDecimal middle, BigDecimal radius) {

  static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
  static final Ball ZERO = exact(BigDecimal.ZERO);
  static final Ball ONE = exact(BigDecimal.ONE);

  private static final MathContext ROUGH = new MathContext(4, RoundingMode.UP);

  /** Decimal exponents beyond which we do not follow. */
  private static final int MAGNITUDE = 20_000;

  static Ball exact(BigDecimal value) {
    return new Ball(value, BigDecimal.ZERO);
  }

  static Ball of(Rational value) {
    long words = value.bits() / Long.SIZE;
    WorkBudget.spend(words * words);
    Ball top = rounded(new BigDecimal(value.numerator()), BigDecimal.ZERO);
    return value.isInteger()
        ? top
        : top.over(rounded(new BigDecimal(value.denominator()), BigDecimal.ZERO));
  }

  /** Rounds the middle, and pays for it with the radius; fewer digits are taken for exact. */
  static Ball rounded(BigDecimal value, BigDecimal radius) {
    return rounded(value, radius, value.precision() < DIGITS.getPrecision());
  }

  private static Ball rounded(BigDecimal value, BigDecimal radius, boolean exact) {
    BigDecimal middle = value.round(DIGITS);
    int magnitude = middle.precision() - middle.scale();
    if (Math.abs(magnitude) > MAGNITUDE) {
      throw new UndefinedValue("a number too large or too small to follow");
    }
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(magnitude - DIGITS.getPrecision());
    return new Ball(middle, exact ? radius.round(ROUGH) : radius.add(unit, ROUGH));
  }

  Ball plus(Ball other) {
    return rounded(middle.add(other.middle, DIGITS), radius.add(other.radius, ROUGH));
  }

  Ball minus(Ball other) {
    return plus(other.negated());
  }

  Ball negated() {
    return new Ball(middle.negate(), radius);
  }

  Ball times(Ball other) {
    BigDecimal error =
        middle.abs().multiply(other.radius, ROUGH).add(other.most().multiply(radius, ROUGH), ROUGH);
    return rounded(middle.multiply(other.middle, DIGITS), error);
  }

  Ball over(Ball other) {
    BigDecimal least = other.least();
    if (least.signum() <= 0) {
      throw new UndefinedValue("a division by what may be zero");
    }
    BigDecimal quotient = middle.divide(other.middle, DIGITS);
    BigDecimal error = quotient.abs().multiply(other.radius, ROUGH).add(radius, ROUGH);
    // A quotient or root comes without its last zeros, so that its length does not say if it is
    // exact.
    boolean exact = quotient.multiply(other.middle).compareTo(middle) == 0;
    return rounded(quotient, error.divide(least, ROUGH), exact);
  }

  /** The root of what is surely not negative. */
  Ball sqrt() {
    if (isZero()) {
      return this;
    }
    if (middle.signum() < 0 || least().signum() <= 0) {
      throw new UndefinedValue("a root of what may be negative");
    }
    // The root's slope is largest at the lower end: 1 / (2 sqrt(least)), and doubled to be safe.
    BigDecimal root = middle.sqrt(DIGITS);
    boolean exact = root.multiply(root).compareTo(middle) == 0;
    return rounded(root, radius.divide(least().sqrt(ROUGH), ROUGH), exact);
  }

  Ball abs() {
    return middle.signum() < 0 ? negated() : this;
  }

  /** The whole number below, if there is no doubt which one it is. */
  Ball floor() {
    BigInteger below =
        middle.subtract(radius, DIGITS).setScale(0, RoundingMode.FLOOR).toBigInteger();
    BigInteger above = middle.add(radius, DIGITS).setScale(0, RoundingMode.FLOOR).toBigInteger();
    if (!below.equals(above)) {
      throw new UndefinedValue("a number too close to a whole one to be rounded");
    }
    return exact(new BigDecimal(below));
  }

  boolean isZero() {
    return middle.signum() == 0 && radius.signum() == 0;
  }

  /** -1 or 1 if the sign is beyond doubt, 0 for zero itself. */
  int sign() {
    if (!isZero() && least().signum() <= 0) {
      throw new UndefinedValue("a sign in doubt");
    }
    return middle.signum();
  }

  boolean meets(Ball other) {
    BigDecimal distance = middle.subtract(other.middle, DIGITS).abs();
    return distance.compareTo(radius.add(other.radius, ROUGH)) <= 0;
  }

  /** Whether so many digits, before or after the point, are beyond doubt. */
  boolean isSharp(int digits) {
    BigDecimal scale = middle.abs().max(BigDecimal.ONE);
    return radius.scaleByPowerOfTen(digits).compareTo(scale) <= 0;
  }

  private BigDecimal least() {
    return middle.abs().subtract(radius, new MathContext(8, RoundingMode.DOWN));
  }

  private BigDecimal most() {
    return middle.abs().add(radius, ROUGH);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions of real balls, by argument reduction and Taylor series as in R. Brent and P.
 * Zimmermann, "Modern Computer Arithmetic" (2010), §4.3 and §4.4. They compute with 80 digits and
 * promise 60, which leaves 20 for what reduction and summation lose.
 */
final class Elementary {

  private static final MathContext WORK = new MathContext(80, RoundingMode.HALF_EVEN);
  private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(80);
  private static final BigDecimal SUMMED = new BigDecimal("1e-70");
  private static final BigDecimal TURNED = new BigDecimal("1e-62");
  private static final BigDecimal TWO = BigDecimal.TWO;

  /** By Machin's formula: 16 arctan(1/5) - 4 arctan(1/239). */
  private static final BigDecimal PI_DIGITS =
      series(new BigDecimal("0.2"))
          .multiply(BigDecimal.valueOf(16))
          .subtract(
              series(BigDecimal.ONE.divide(BigDecimal.valueOf(239), WORK))
                  .multiply(BigDecimal.valueOf(4)),
              WORK);

  private static final BigDecimal LN_TEN =
      log(BigDecimal.TWO).add(log(BigDecimal.valueOf(5)), WORK);

  static final Ball PI = Ball.rounded(PI_DIGITS, BigDecimal.ZERO);

  private static final BigDecimal EXP_LIMIT = BigDecimal.valueOf(40_000);

  /** Angles beyond this have lost the digits that we promise. */
  private static final BigDecimal ANGLE_LIMIT = BigDecimal.ONE.movePointRight(15);

  private Elementary() {}

  static Ball exp(Ball one) {
    limit(one, EXP_LIMIT);
    BigDecimal value = exp(one.middle());
    // e^(m+r) - e^m is at most 2 r e^m while r is at most 1.
    return Ball.rounded(value, one.radius().multiply(value.multiply(TWO), Ball.DIGITS));
  }

  /** The natural logarithm. */
  static Ball log(Ball one) {
    if (one.sign() <= 0) {
      throw new UndefinedValue("a logarithm of what is not positive");
    }
    BigDecimal least = one.middle().subtract(one.radius(), WORK);
    // Near 1 the logarithm is small, and its last digits are those of the sum it came from.
    BigDecimal error = one.radius().divide(least, Ball.DIGITS).add(SUMMED);
    return Ball.rounded(log(one.middle()), error);
  }

  static Ball sin(Ball one) {
    limit(one, ANGLE_LIMIT);
    BigDecimal turn = PI_DIGITS.multiply(TWO);
    BigDecimal turns = one.middle().divide(turn, WORK).setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal angle = one.middle().subtract(turns.multiply(turn), WORK);
    // The digits of pi that we have leave a multiple of pi that far from zero.
    return Ball.rounded(sin(angle), one.radius().add(TURNED));
  }

  static Ball cos(Ball one) {
    return sin(one.plus(PI.over(Ball.exact(TWO))));
  }

  static Ball arctan(Ball one) {
    BigDecimal value = one.middle();
    for (int i = 0; i < 6; i++) {
      BigDecimal root = value.multiply(value, WORK).add(BigDecimal.ONE, WORK).sqrt(WORK);
      value = value.divide(root.add(BigDecimal.ONE), WORK);
    }
    return Ball.rounded(series(value).multiply(BigDecimal.valueOf(64)), one.radius());
  }

  private static void limit(Ball one, BigDecimal limit) {
    if (one.middle().abs().compareTo(limit) > 0 || one.radius().compareTo(BigDecimal.ONE) > 0) {
      throw new UndefinedValue("an argument too large for its function");
    }
  }

  private static BigDecimal exp(BigDecimal argument) {
    int halvings = 0;
    BigDecimal reduced = argument;
    while (reduced.abs().compareTo(new BigDecimal("0.01")) > 0) {
      reduced = reduced.divide(TWO, WORK);
      halvings++;
    }
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
      term = term.multiply(reduced, WORK).divide(BigDecimal.valueOf(n), WORK);
      sum = sum.add(term, WORK);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, WORK);
    }
    return sum;
  }

  /** By Halley's method on exp, which triples the digits of a double twice. */
  private static BigDecimal log(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent != 0) {
      BigDecimal shift = LN_TEN.multiply(BigDecimal.valueOf(exponent));
      return log(value.movePointLeft(exponent)).add(shift, WORK);
    }
    BigDecimal log = BigDecimal.valueOf(Math.log(value.doubleValue()));
    for (int i = 0; i < 2; i++) {
      BigDecimal power = exp(log);
      BigDecimal step = value.subtract(power).divide(value.add(power), WORK);
      log = log.add(step.multiply(TWO), WORK);
    }
    return log;
  }

  private static BigDecimal sin(BigDecimal angle) {
    BigDecimal square = angle.multiply(angle, WORK).negate();
    BigDecimal term = angle;
    BigDecimal sum = angle;
    for (int n = 2; term.abs().compareTo(TINY) > 0; n += 2) {
      term = term.multiply(square, WORK).divide(BigDecimal.valueOf(n * (n + 1L)), WORK);
      sum = sum.add(term, WORK);
    }
    return sum;
  }

  /** The arctangent of a small number. */
  private static BigDecimal series(BigDecimal small) {
    BigDecimal square = small.multiply(small, WORK).negate();
    BigDecimal power = small;
    BigDecimal sum = small;
    for (int n = 3; power.abs().compareTo(TINY) > 0; n += 2) {
      power = power.multiply(square, WORK);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), WORK), WORK);
    }
    return sum;
  }
}

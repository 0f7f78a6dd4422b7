// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers that nobody has chosen a number of decimals for. */
final class SignificantDigits {

  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final double LARGE = 1e7;
  private static final double SMALL = 1e-4;

  private SignificantDigits() {}

  /** Four significant digits, but every digit of a whole number; very large and small as 1.2E9. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < LARGE) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    return size >= LARGE || size < SMALL ? rounded.toString() : rounded.toPlainString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.equality.math.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Writes an exact value as a person would: a decimal if a short one is exact, else a fraction. */
final class WrittenValue {

  private static final int MOST_BITS = 256;
  private static final int MOST_DECIMALS = 6;

  private WrittenValue() {}

  /** Empty if it is too long to be read. */
  static Optional<String> of(Rational value) {
    return value.bits() > MOST_BITS ? Optional.empty() : Optional.of(shown(value));
  }

  private static String shown(Rational value) {
    BigDecimal numerator = new BigDecimal(value.numerator());
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      BigInteger[] scaled =
          numerator
              .scaleByPowerOfTen(decimals)
              .toBigInteger()
              .divideAndRemainder(value.denominator());
      if (scaled[1].signum() == 0) {
        return new BigDecimal(scaled[0], decimals).toPlainString();
      }
    }
    return value.numerator() + "/" + value.denominator();
  }
}

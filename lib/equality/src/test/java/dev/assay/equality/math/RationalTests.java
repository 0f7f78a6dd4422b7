// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RationalTests {

  private static final Rational HALF = of(1, 2);
  private static final Rational THIRD = of(1, 3);

  @Test
  void aFractionIsInLowestTermsWithItsSignOnTop() {
    assertThat(of(6, -4)).isEqualTo(of(-3, 2)).hasSameHashCodeAs(of(-3, 2)).hasToString("-3/2");
    assertThat(of(0, -7)).isEqualTo(Rational.ZERO);
  }

  @Test
  void arithmeticIsExact() {
    assertThat(HALF.plus(THIRD)).isEqualTo(of(5, 6));
    assertThat(HALF.minus(THIRD)).isEqualTo(of(1, 6));
    assertThat(HALF.times(THIRD)).isEqualTo(of(1, 6));
    assertThat(HALF.dividedBy(THIRD)).contains(of(3, 2));
    assertThat(Rational.of(new BigDecimal("0.1")).plus(Rational.of(new BigDecimal("2e1"))))
        .isEqualTo(of(201, 10));
  }

  @Test
  void nothingIsDividedByZero() {
    assertThat(HALF.dividedBy(Rational.ZERO)).isEmpty();
    assertThatThrownBy(() -> of(1, 0)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void powersAreBounded() {
    assertThat(of(-2, 3).pow(-3)).contains(of(-27, 8));
    assertThat(HALF.pow(0)).contains(Rational.ONE);
    assertThat(Rational.ZERO.pow(0)).isEmpty();
    assertThat(Rational.ZERO.pow(-1)).isEmpty();
    assertThat(Rational.of(2).pow(Integer.MAX_VALUE)).isEmpty();
    assertThat(Rational.of(2).pow(Integer.MIN_VALUE)).isEmpty();
    assertThat(Rational.ONE.pow(-Integer.MAX_VALUE)).contains(Rational.ONE);
  }

  @Test
  void theFloorOfANegativeIsBelowIt() {
    assertThat(of(-3, 2).floor()).isEqualTo(-2);
    assertThat(of(3, 2).floor()).isEqualTo(1);
    assertThat(Rational.of(-2).floor()).isEqualTo(-2);
  }

  @Test
  void fractionsAreOrderedByValue() {
    assertThat(THIRD).isLessThan(HALF);
    assertThat(of(-1, 2)).isLessThan(of(-1, 3));
    assertThat(HALF.toDouble()).isEqualTo(0.5);
    assertThat(Rational.of(BigInteger.TEN.pow(4_000), BigInteger.ONE).toDouble()).isInfinite();
  }

  private static Rational of(long numerator, long denominator) {
    return Rational.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }
}

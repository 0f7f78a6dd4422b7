// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BinomialTests {

  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void tailsAreExact() {
    assertThat(Binomial.atMost(3, 10, 0.5)).isCloseTo(176 / 1024.0, CLOSE);
    assertThat(Binomial.atMost(0, 59, 0.05)).isCloseTo(Math.pow(0.95, 59), CLOSE);
    assertThat(Binomial.atMost(10, 10, 0.5)).isCloseTo(1, CLOSE);
    assertThat(Binomial.atMost(0, 0, 0.5)).isEqualTo(1);
  }

  @Test
  void termsBelowTheSmallestDoubleDoNotLoseTheTail() {
    // (1 - 0.5)^4001 is 0 as a double; by symmetry the lower half has one half.
    assertThat(Binomial.atMost(2000, 4001, 0.5)).isCloseTo(0.5, CLOSE);
  }

  /** Summed term by term, without a rounding: {@code 20^n P(X <= k)} at a rate of 1/20. */
  @Test
  void tailsAgreeWithTheSumOfTheirTerms() {
    for (int trials : new int[] {1, 7, 59, 300, 1000}) {
      BigInteger sum = BigInteger.ZERO;
      BigInteger ways = BigInteger.ONE;
      for (int hits = 0; hits <= Math.min(trials, 60); hits++) {
        sum = sum.add(ways.multiply(BigInteger.valueOf(19).pow(trials - hits)));
        ways =
            ways.multiply(BigInteger.valueOf(trials - hits)).divide(BigInteger.valueOf(hits + 1));
        BigDecimal exact =
            new BigDecimal(sum).divide(BigDecimal.valueOf(20).pow(trials), MathContext.DECIMAL64);
        assertThat(Binomial.atMost(hits, trials, 0.05)).isCloseTo(exact.doubleValue(), CLOSE);
      }
    }
  }

  @Test
  void theBoundIsTheRateAtWhichTheTailIsDelta() {
    assertThat(Binomial.upperBound(0, 59, 0.05)).isCloseTo(1 - Math.pow(0.05, 1 / 59.0), CLOSE);
    double bound = Binomial.upperBound(3, 100, 0.05);
    assertThat(Binomial.atMost(3, 100, bound)).isCloseTo(0.05, CLOSE);
    assertThat(bound).isCloseTo(0.0757, within(1e-4));
  }

  @Test
  void whereEverythingOrNothingHappenedTheRateMayBeOne() {
    assertThat(Binomial.upperBound(5, 5, 0.05)).isEqualTo(1);
    assertThat(Binomial.upperBound(0, 0, 0.05)).isEqualTo(1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BinomialTests {

  private static final Offset<Double> CLOSE = within(1e-9);

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

// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.text.WorkBudget;
import java.math.BigInteger;
import java.util.Optional;

/** Factorials and binomial coefficients of whole numbers that are small enough. */
final class Combinatorics {

  /** Steps for a factor. */
  private static final long FACTOR = 10;

  private Combinatorics() {}

  static Optional<Rational> factorial(Rational value) {
    return small(value).map(each -> whole(product(1, each)));
  }

  static Optional<Rational> choice(Rational from, Rational some) {
    Optional<Integer> all = small(from);
    Optional<Integer> part = small(some);
    if (all.isEmpty() || part.isEmpty()) {
      return Optional.empty();
    }
    int n = all.get();
    int k = part.get();
    return Optional.of(k > n ? Rational.ZERO : Rational.of(product(n - k + 1, n), product(1, k)));
  }

  private static Optional<Integer> small(Rational value) {
    boolean small =
        value.isInteger()
            && value.signum() >= 0
            && value.bits() < 31
            && value.numerator().intValueExact() <= FormulaBounds.FACTORIAL;
    return small ? Optional.of(value.numerator().intValueExact()) : Optional.empty();
  }

  /** By halves: one factor at a time, all the products on the way would be long. */
  private static BigInteger product(int from, int to) {
    WorkBudget.spend(FACTOR);
    if (from >= to) {
      return from == to ? BigInteger.valueOf(from) : BigInteger.ONE;
    }
    int middle = (from + to) >>> 1;
    return product(from, middle).multiply(product(middle + 1, to));
  }

  private static Rational whole(BigInteger value) {
    return Rational.of(value, BigInteger.ONE);
  }
}

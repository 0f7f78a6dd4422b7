// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.text.WorkBudget;
import java.math.BigInteger;
import java.util.Optional;

/** Roots that come out even. */
final class Roots {

  private static final int DEGREE = 100;

  private Roots() {}

  /**
   * The rational root of that degree; empty if there is none, or for an even root of a negative
   * number.
   */
  static Optional<Rational> exact(Rational value, int degree) {
    if (degree == 1) {
      return Optional.of(value);
    }
    if (degree > DEGREE || (value.signum() < 0 && degree % 2 == 0)) {
      return Optional.empty();
    }
    Optional<BigInteger> top = exact(value.numerator().abs(), degree);
    Optional<BigInteger> bottom = exact(value.denominator(), degree);
    if (top.isEmpty() || bottom.isEmpty()) {
      return Optional.empty();
    }
    Rational root = Rational.of(top.get(), bottom.get());
    return Optional.of(value.signum() < 0 ? root.negated() : root);
  }

  private static Optional<BigInteger> exact(BigInteger value, int degree) {
    BigInteger root = degree == 2 ? value.sqrt() : floor(value, degree);
    return root.pow(degree).equals(value) ? Optional.of(root) : Optional.empty();
  }

  /** By Newton's method from above, which falls until it has arrived. */
  private static BigInteger floor(BigInteger value, int degree) {
    if (value.signum() == 0) {
      return value;
    }
    BigInteger n = BigInteger.valueOf(degree);
    BigInteger next = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
    BigInteger root;
    long words = value.bitLength() / Long.SIZE;
    do {
      WorkBudget.spend(10 + words * words);
      root = next;
      BigInteger rest = value.divide(root.pow(degree - 1));
      next = root.multiply(BigInteger.valueOf(degree - 1L)).add(rest).divide(n);
    } while (next.compareTo(root) < 0);
    return root;
  }
}

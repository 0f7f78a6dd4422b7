// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.text.WorkBudget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * An exact fraction, because a rounded one can neither prove nor refute an equation. Always in
 * lowest terms with a positive denominator. Numbers can grow; whoever computes with strangers'
 * input looks at {@link #bits()} between the steps.
 */
public final class Rational implements Comparable<Rational> {

  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  private final BigInteger numerator;
  private final BigInteger denominator;

  private Rational(BigInteger numerator, BigInteger denominator) {
    WorkBudget.spend(steps(numerator, denominator));
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    boolean lowest = divisor.equals(BigInteger.ONE);
    this.numerator = lowest ? numerator : numerator.divide(divisor);
    this.denominator = lowest ? denominator : denominator.divide(divisor);
  }

  /**
   * What lowest terms cost, as measured: the square of the shorter length. A product, which was
   * worked out before, costs the square of the longer one, a small part each.
   */
  private static long steps(BigInteger numerator, BigInteger denominator) {
    long one = numerator.bitLength() / Long.SIZE;
    long other = denominator.bitLength() / Long.SIZE;
    long shorter = Math.min(one, other);
    long longer = Math.max(one, other);
    return 8 + 50 * shorter + 6 * shorter * shorter + longer * longer / 4;
  }

  public static Rational of(long whole) {
    return of(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /**
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("denominator: 0 (expected: not 0)");
    }
    return new Rational(numerator, denominator);
  }

  /** The decimal as written: 0.1 is one tenth. Its scale is worked out, and has to be small. */
  public static Rational of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? of(decimal.toBigIntegerExact(), BigInteger.ONE)
        : of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  public BigInteger numerator() {
    return numerator;
  }

  public BigInteger denominator() {
    return denominator;
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Empty if the other is zero. */
  public Optional<Rational> dividedBy(Rational other) {
    return other.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Rational(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator)));
  }

  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return signum() < 0 ? negated() : this;
  }

  /** Empty for a power of zero that is not positive, and if the result were over the bound. */
  public Optional<Rational> pow(int exponent) {
    long size = Math.abs((long) exponent);
    boolean large = size > Integer.MAX_VALUE || size * (bits() - 1L) > FormulaBounds.BITS;
    if (large || (signum() == 0 && exponent <= 0)) {
      return Optional.empty();
    }
    BigInteger top = numerator.pow((int) size);
    BigInteger bottom = denominator.pow((int) size);
    return Optional.of(exponent < 0 ? of(bottom, top) : of(top, bottom));
  }

  /** The largest whole number that is not above this one. */
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  public int signum() {
    return numerator.signum();
  }

  /** How many bits the longer of numerator and denominator has. */
  public int bits() {
    return Math.max(numerator.bitLength(), denominator.bitLength());
  }

  /** The nearest double, or an infinity. */
  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that
        && numerator.equals(that.numerator)
        && denominator.equals(that.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  /** {@code 3}, {@code -3/4}. */
  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}

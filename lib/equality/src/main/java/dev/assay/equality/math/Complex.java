// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.math.BigDecimal;

/** A complex number of two balls; most are real, and stay so. */
record Complex(Ball real, Ball imaginary) {

  static final Complex I = new Complex(Ball.ZERO, Ball.ONE);

  static Complex real(Ball value) {
    return new Complex(value, Ball.ZERO);
  }

  boolean isReal() {
    return imaginary.isZero();
  }

  /** The value as a real one. */
  Ball asReal() {
    if (!isReal()) {
      throw new UndefinedValue("a complex number where we know real ones only");
    }
    return real;
  }

  Complex plus(Complex other) {
    return new Complex(real.plus(other.real), imaginary.plus(other.imaginary));
  }

  Complex times(Complex other) {
    if (isReal()) {
      return other.scaled(real);
    }
    return other.isReal()
        ? scaled(other.real)
        : new Complex(
            real.times(other.real).minus(imaginary.times(other.imaginary)),
            real.times(other.imaginary).plus(imaginary.times(other.real)));
  }

  private Complex scaled(Ball factor) {
    return new Complex(real.times(factor), isReal() ? Ball.ZERO : imaginary.times(factor));
  }

  Complex over(Complex other) {
    if (other.isReal()) {
      Ball part = isReal() ? Ball.ZERO : imaginary.over(other.real);
      return new Complex(real.over(other.real), part);
    }
    Ball square = other.square();
    return times(new Complex(other.real, other.imaginary.negated())).scaled(Ball.ONE.over(square));
  }

  private Ball square() {
    return real.times(real).plus(imaginary.times(imaginary));
  }

  Ball abs() {
    return isReal() ? real.abs() : square().sqrt();
  }

  /** By Euler's formula. */
  Complex exp() {
    Ball size = Elementary.exp(real);
    return isReal()
        ? real(size)
        : new Complex(size.times(Elementary.cos(imaginary)), size.times(Elementary.sin(imaginary)));
  }

  /** By repeated squaring. */
  Complex pow(int exponent) {
    Complex power = real(Ball.ONE);
    Complex square = this;
    for (int rest = Math.abs(exponent); rest > 0; rest >>= 1) {
      power = (rest & 1) == 1 ? power.times(square) : power;
      square = rest > 1 ? square.times(square) : square;
    }
    return exponent < 0 ? real(Ball.ONE).over(power) : power;
  }

  boolean meets(Complex other) {
    return real.meets(other.real) && imaginary.meets(other.imaginary);
  }

  boolean isSharp(int digits) {
    return real.isSharp(digits) && imaginary.isSharp(digits);
  }

  static Complex of(long value) {
    return real(Ball.exact(BigDecimal.valueOf(value)));
  }
}

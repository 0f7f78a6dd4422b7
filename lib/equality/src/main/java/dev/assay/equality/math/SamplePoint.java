// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Where formulas are compared: a fixed but arbitrary rational value for every name of a variable,
 * and a reading of what is read in two ways. Three points are positive, so that roots and
 * logarithms have a value; one is negative, so that |x| is not x.
 */
record SamplePoint(int number, Reading reading) {

  /** How many points there are. */
  static final int COUNT = 5;

  private static final MathContext KEY = new MathContext(30);
  private static final long STEPS = 1_000_003;

  /** How we read what people write in two ways. */
  enum Reading {
    /** A logarithm without a base is the natural one; a letter before a bracket is a function. */
    NATURAL,
    /** The logarithm has base 10. */
    COMMON,
    /** The letter is a factor. */
    FACTORS
  }

  /** The variable's value, as good as drawn at random among a million. */
  Rational at(String variable) {
    long random = mixed(variable.hashCode() * 31L + number);
    Rational part = fraction(1 + Math.floorMod(random, STEPS - 1), STEPS);
    return switch (number) {
      case 0 -> part;
      case 1 -> part.plus(Rational.of(2));
      case 2 -> part.plus(Rational.ONE).negated();
      case 3 -> part.times(Rational.of(3));
      default -> (random < 0 ? part.negated() : part).times(Rational.of(3));
    };
  }

  /** What an unknown function makes of its argument: the same of the same, to thirty digits. */
  Rational of(String function, Complex argument) {
    return at(function + "(" + rounded(argument.real()) + " " + rounded(argument.imaginary()));
  }

  private static String rounded(Ball value) {
    return value.middle().round(KEY).stripTrailingZeros().toString();
  }

  Ball logarithmOfOpenBase() {
    return reading == Reading.COMMON ? Elementary.log(Ball.exact(BigDecimal.TEN)) : Ball.ONE;
  }

  private static Rational fraction(long top, long bottom) {
    return Rational.of(top).dividedBy(Rational.of(bottom)).orElseThrow();
  }

  /** The finaliser of SplitMix64: G. Steele, D. Lea, C. Flood, OOPSLA 2014. */
  private static long mixed(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

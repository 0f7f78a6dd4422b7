// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.math.BigDecimal;

/**
 * Where formulas are compared: a fixed but arbitrary rational value for every name of a variable,
 * and a reading of the logarithm without a base. Three points are positive, so that roots and
 * logarithms have a value; one is negative, so that |x| is not x.
 */
record SamplePoint(int number, Reading reading) {

  /** How many points there are. */
  static final int COUNT = 5;

  private static final long STEPS = 1_000_003;

  /** What a logarithm without a base means. */
  enum Reading {
    NATURAL,
    COMMON
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

  Ball logarithmOfOpenBase() {
    return reading == Reading.NATURAL ? Ball.ONE : Elementary.log(Ball.exact(BigDecimal.TEN));
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

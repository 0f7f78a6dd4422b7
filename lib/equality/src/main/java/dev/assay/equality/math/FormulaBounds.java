// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

/**
 * What a formula may cost: an answer is a stranger's text, and no text may cost more than a glance.
 */
final class FormulaBounds {

  /** Characters of a formula. */
  static final int LENGTH = 4_000;

  /** Words and signs of a formula, which also bounds how deep its tree can be. */
  static final int TOKENS = 500;

  /** Brackets, fractions, exponents and functions inside one another. */
  static final int DEPTH = 60;

  /** Bits of a numerator or denominator: about 4,900 decimal digits. */
  static final int BITS = 16_384;

  /** Bits of all results on the way to a value. */
  static final int WORK = 400_000;

  /** Steps of an evaluation at a point: one for an operation, more for a function. */
  static final int STEPS = 1_500;

  /** Steps of a reader's work for a step of an evaluation, as measured: sixty digits each. */
  static final long OPERATION = 100;

  /** Steps of a reader's work for a character, a word or a node of a tree. */
  static final long GLANCE = 10;

  /** What an exponential or a sine costs in steps. */
  static final int FUNCTION = 40;

  /** The largest number whose factorial is worked out: 1000! has 8,530 bits. */
  static final int FACTORIAL = 1_000;

  /** Decimal places that {@code 1e-9} may ask for. */
  static final int SCALE = 4_000;

  private FormulaBounds() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What a policy's values may be. Not in the policy, whose parts would need it to be loaded, as it
 * needs them.
 */
final class ValueRange {

  private ValueRange() {}

  static void requireRate(@Nullable Double value, String what) {
    if (value != null && !(value > 0 && value < 1)) {
      throw new IllegalArgumentException(what + ": " + value + " (expected: above 0, below 1)");
    }
  }

  static void requireBetween(long value, long least, long most, String what) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + ": " + value + " (expected: " + least + " to " + most + ")");
    }
  }

  static void requireBetween(double value, double least, double most, String what) {
    // Negated so that NaN is refused too.
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + ": " + value + " (expected: " + least + " to " + most + ")");
    }
  }
}

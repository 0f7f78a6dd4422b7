// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

/** The command cannot do what it was asked to do, and asking differently would help. */
final class UsageException extends RuntimeException {

  UsageException(String message) {
    super(message);
  }

  /** Refuses a count that is none. */
  static void requireAtLeastOne(String option, int value) {
    if (value < 1) {
      throw new UsageException(option + ": " + value + " (expected: >= 1)");
    }
  }

  /** Refuses a count that is none, or more than there may be. */
  static void requireBetween(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new UsageException("%s: %d (expected: 1 to %d)".formatted(option, value, most));
    }
  }
}

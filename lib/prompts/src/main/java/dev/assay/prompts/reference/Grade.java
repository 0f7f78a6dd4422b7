// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reference;

import java.util.Locale;

/** What a candidate's answer is beside the reference. */
enum Grade {
  /** The same. */
  A,
  /** Another one. */
  B,
  /** None: cut off, going round in circles, refusing, or beside the question. */
  C;

  /** By its letter, or by the word that other checkpoints say for it. */
  static Grade of(String said) {
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "a", "correct" -> A;
      case "b", "incorrect" -> B;
      default -> C;
    };
  }
}

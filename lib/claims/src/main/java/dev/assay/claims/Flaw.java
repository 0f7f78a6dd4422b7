// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.Objects;
import java.util.Optional;

/**
 * Something in a solution that exact arithmetic shows to be wrong.
 *
 * @param step the step it is in, from 0
 * @param start its place in that step, and {@code end} the place after it
 * @param says what the step says there
 * @param why what is wrong with it
 * @param correction how to put the step right, if that is known
 */
public record Flaw(
    int step,
    int start,
    int end,
    Kind kind,
    String says,
    String why,
    Optional<Correction> correction) {

  public Flaw {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(correction, "correction");
  }

  /** What kind of a mistake it is. */
  public enum Kind {
    /** The two sides of an equals sign differ. */
    ARITHMETIC,
    /** The expression that a letter stands for is another one than before. */
    DEFINITION,
    /** The values put in for letters are not the values that the letters have. */
    SUBSTITUTION,
    /** The question, rewritten, is another question. */
    REWRITING,
    /** The answer is not what the lines before it come to. */
    ANSWER
  }
}

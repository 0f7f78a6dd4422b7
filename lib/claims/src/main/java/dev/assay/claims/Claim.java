// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.Objects;
import java.util.Optional;

/**
 * A statement about numbers in a step: {@code 48/2 = 24}. A chain {@code a = b = c} makes one claim
 * for each of its equals signs.
 *
 * @param start where it begins in the step, and {@code end} the place after it
 * @param rightStart where its right side begins; it ends with the claim
 * @param left its left side in plain signs, without units, and {@code right} its right side
 * @param comesTo the value of the left side, if it is known
 * @param why what is wrong or in doubt; empty if it is true
 */
public record Claim(
    int start,
    int end,
    int rightStart,
    String text,
    String left,
    String right,
    Judgement judgement,
    Optional<String> comesTo,
    String why) {

  public Claim {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(judgement, "judgement");
    Objects.requireNonNull(comesTo, "comesTo");
    Objects.requireNonNull(why, "why");
  }

  /** Three-valued: what may be meant in another way is neither true nor false. */
  public enum Judgement {
    TRUE,
    FALSE,
    UNDECIDED
  }

  Claim doubted(String doubt) {
    return new Claim(
        start, end, rightStart, text, left, right, Judgement.UNDECIDED, comesTo, doubt);
  }

  public boolean isFalse() {
    return judgement == Judgement.FALSE;
  }

  /**
   * The step with the right side of this claim put right, or empty if the left side is no
   * calculation, or its value is not known.
   */
  public Optional<String> corrected(String step) {
    return correction().map(correction -> correction.in(step));
  }

  Optional<Correction> correction() {
    return comesTo
        .filter(value -> !value.equals(left))
        .map(value -> new Correction(rightStart, end, value));
  }
}

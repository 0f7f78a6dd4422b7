// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

/**
 * A selected answer whose truth is known: what confidence is learned from.
 *
 * @param score of the evidence for it, finite; more is better
 * @param right whether it was the right answer
 */
public record LabelledOutcome(double score, boolean right) {

  public LabelledOutcome {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score: " + score + " (expected: a finite number)");
    }
    // -0.0 and 0.0 are one score, and sorting would tell them apart.
    score = score + 0.0;
  }
}

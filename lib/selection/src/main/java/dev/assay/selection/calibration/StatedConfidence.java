// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

/**
 * A stated confidence and how it turned out.
 *
 * @param confidence the stated probability of being right, 0 to 1
 */
public record StatedConfidence(double confidence, boolean right) {

  public StatedConfidence {
    // Negated so that NaN is refused too.
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence: " + confidence + " (expected: 0 to 1)");
    }
  }

  double truth() {
    return right ? 1 : 0;
  }

  /** The probability that was given to what happened. */
  double given() {
    return right ? confidence : 1 - confidence;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

import dev.assay.contracts.Policy;

/**
 * What is believed of a verifier before its verdicts on a problem are seen: the rates at which it
 * passes right and wrong answers, each as Beta pseudo-counts. {@link Posterior} reads verdicts in
 * its light.
 *
 * @param rightPasses pseudo-count of passes on right answers, above 0
 * @param rightFails of fails on right answers, above 0
 * @param wrongPasses of passes on wrong answers, above 0
 * @param wrongFails of fails on wrong answers, above 0
 */
public record VerifierPrior(
    double rightPasses, double rightFails, double wrongPasses, double wrongFails) {

  /**
   * Of a published verifier nine right solutions in ten pass, and one wrong one in five; so much is
   * taken for granted where nothing was measured.
   */
  public static final double TRUE_PASS = 0.9;

  public static final double FALSE_PASS = 0.2;

  /** How many verdicts the assumption is worth: enough to begin with, and soon outweighed. */
  private static final double RIGHT_WEIGHT = 10;

  private static final double WRONG_WEIGHT = 5;

  public static final VerifierPrior ASSUMED = assuming(FALSE_PASS);

  public VerifierPrior {
    // Negated so that NaN is refused too.
    if (!(rightPasses > 0 && rightFails > 0 && wrongPasses > 0 && wrongFails > 0)) {
      throw new IllegalArgumentException(
          "verifier prior: %s, %s, %s, %s (expected: each above 0)"
              .formatted(rightPasses, rightFails, wrongPasses, wrongFails));
    }
  }

  /** The policy's own assumption, or ours where it makes none. */
  public static VerifierPrior of(Policy policy) {
    Double falsePass = policy.falsePass();
    return falsePass == null ? ASSUMED : assuming(falsePass);
  }

  /**
   * @param falsePass the mean rate at which wrong answers pass, above 0, below 1
   */
  public static VerifierPrior assuming(double falsePass) {
    return new VerifierPrior(
        RIGHT_WEIGHT * TRUE_PASS,
        RIGHT_WEIGHT * (1 - TRUE_PASS),
        WRONG_WEIGHT * falsePass,
        WRONG_WEIGHT * (1 - falsePass));
  }

  /** The mean rate at which right answers pass. */
  public double truePass() {
    return rightPasses / (rightPasses + rightFails);
  }

  /** The mean rate at which wrong answers pass. */
  public double falsePass() {
    return wrongPasses / (wrongPasses + wrongFails);
  }
}

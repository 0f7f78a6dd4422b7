// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the smallest token probability of a solution is worth. It is no probability of being right:
 * a model is sure of most digits, wrong ones included, and how sure depends on its training. So the
 * share of right solutions is learned from labelled ones, by the isotonic staircase of {@link
 * Calibration}. Platt's curve has a shape to get wrong and wins only where labels are few
 * (Niculescu-Mizil and Caruana 2005, section 5); here problems, and with them labels, can be
 * generated at will.
 *
 * @param verifier the version whose likelihoods these are
 * @param fitted the day on which the solutions were read
 * @param calibration from the natural logarithm of the smallest token probability to that of being
 *     right; at least one step
 */
public record LikelihoodScale(String verifier, LocalDate fitted, Calibration calibration) {

  public LikelihoodScale {
    Objects.requireNonNull(fitted, "fitted");
    if (verifier.isBlank()) {
      throw new IllegalArgumentException("verifier: blank (expected: its version)");
    }
    if (calibration.steps().isEmpty()) {
      throw new IllegalArgumentException("outcomes: none (expected: at least 1)");
    }
  }

  /**
   * Learns the scale.
   *
   * @param outcomes final solutions as they will be judged: the logarithm of the smallest token
   *     probability as the score, and whether the answer was right
   */
  public static LikelihoodScale fit(
      String verifier, LocalDate fitted, List<LabelledOutcome> outcomes) {
    return new LikelihoodScale(verifier, fitted, Calibration.fit(outcomes));
  }

  /**
   * The probability that a solution is right, above 0 and below 1.
   *
   * @param least natural logarithm of its smallest token probability
   */
  public double probability(double least) {
    return calibration.confidence(least);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

/**
 * How many answers an error rate costs at the least. Of answers that are wrong more often than a
 * caller wishes, even a rule that knew which ones would have to hold some back; one that assumes no
 * distribution cannot do with fewer (arXiv 2606.29054).
 */
public final class AbstentionFloor {

  private AbstentionFloor() {}

  /**
   * The least share of questions without an answer: {@code (mu - alpha) / (1 - alpha)}, or 0 where
   * all answers together keep the rate.
   *
   * @param baseRisk mu, the share of all answers that is wrong, 0 to 1
   * @param maxErrorRate alpha, above 0, below 1
   */
  public static double of(double baseRisk, double maxErrorRate) {
    if (!(baseRisk >= 0 && baseRisk <= 1)) {
      throw new IllegalArgumentException("baseRisk: " + baseRisk + " (expected: 0 to 1)");
    }
    if (!(maxErrorRate > 0 && maxErrorRate < 1)) {
      throw new IllegalArgumentException(
          "max_error_rate: " + maxErrorRate + " (expected: above 0, below 1)");
    }
    return Math.max(0, (baseRisk - maxErrorRate) / (1 - maxErrorRate));
  }
}

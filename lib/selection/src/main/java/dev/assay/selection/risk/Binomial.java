// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Exact tails of the binomial distribution, as the tests of {@link RiskControl} ask for them. */
final class Binomial {

  private Binomial() {}

  /**
   * The probability of at most so many hits.
   *
   * @param hits 0 to {@code trials}
   * @param rate of hits, above 0, below 1
   */
  static double atMost(int hits, int trials, double rate) {
    return BinomialDistribution.of(trials, rate).cumulativeProbability(hits);
  }

  /**
   * The one-sided upper confidence bound of the rate (Clopper and Pearson 1934): the rate at which
   * at most so many hits have probability {@code delta}, which is a quantile of a Beta
   * distribution.
   *
   * @return 1 where every trial is a hit, or there is none
   */
  static double upperBound(int hits, int trials, double delta) {
    return hits == trials
        ? 1
        : BetaDistribution.of(hits + 1.0, trials - hits).inverseSurvivalProbability(delta);
  }
}

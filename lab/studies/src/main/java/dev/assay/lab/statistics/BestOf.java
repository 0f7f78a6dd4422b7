// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** What a number of draws from a pool is expected to bring, without drawing. */
public final class BestOf {

  private BestOf() {}

  /**
   * The probability that at least one of {@code drawn} samples, taken from the pool without putting
   * back, is right (hypergeometric; the unbiased pass@k of Chen et al. 2021, section 2.1).
   *
   * @param right how many of the pool are right
   * @param drawn 0 to {@code pool}
   */
  public static double anyRight(int pool, int right, int drawn) {
    return HypergeometricDistribution.of(pool, right, drawn).survivalProbability(0);
  }
}

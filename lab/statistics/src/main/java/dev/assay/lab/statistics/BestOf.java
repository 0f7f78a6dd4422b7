// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

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
    double noneRight = 1;
    for (int i = 0; i < drawn; i++) {
      noneRight *= Math.max(0, pool - right - i) / (double) (pool - i);
    }
    return 1 - noneRight;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

/** Exact tails of the binomial distribution, for the few thousand trials that there ever are. */
final class Binomial {

  /** Halvings until an interval from 0 to 1 is as fine as a double. */
  private static final int HALVINGS = 60;

  private Binomial() {}

  /**
   * The probability of at most so many hits, summed term by term; the terms are kept as logarithms,
   * so that the first ones, which are below the smallest double, still lead to the later ones.
   *
   * @param hits 0 to {@code trials}
   * @param rate of hits, above 0, below 1
   */
  static double atMost(int hits, int trials, double rate) {
    double odds = Math.log(rate) - Math.log1p(-rate);
    double term = trials * Math.log1p(-rate);
    double sum = Math.exp(term);
    for (int i = 1; i <= hits; i++) {
      term += Math.log((double) (trials - i + 1) / i) + odds;
      sum += Math.exp(term);
    }
    return Math.min(1, sum);
  }

  /**
   * The one-sided upper confidence bound of the rate (Clopper and Pearson 1934): the rate at which
   * at most so many hits have probability {@code delta}.
   *
   * @return 1 where every trial is a hit, or there is none
   */
  static double upperBound(int hits, int trials, double delta) {
    if (hits == trials) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(hits, trials, middle) > delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}

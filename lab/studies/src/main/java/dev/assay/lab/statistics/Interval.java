// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** An estimate and the bounds of its 95 % confidence interval, in the unit of the estimate. */
public record Interval(double estimate, double low, double high) {

  private static final double ERROR_RATE = 0.05;
  private static final double HUNDRED = 100;

  /**
   * Wilson's score interval of a share (Wilson 1927): it stays within 0 and 1 and keeps its
   * coverage where hits are rare.
   *
   * @throws IllegalArgumentException unless {@code 0 <= hits <= trials} and {@code trials > 0}
   */
  public static Interval wilson(long hits, long trials) {
    if (trials <= 0 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException(
          "hits: " + hits + " of " + trials + " (expected: 0 <= hits <= trials, trials > 0)");
    }
    var interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(trials), Math.toIntExact(hits), ERROR_RATE);
    return new Interval((double) hits / trials, interval.getLowerBound(), interval.getUpperBound());
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** A share in percent with its bounds, such as {@code 71.7 [69.6, 73.8]}. */
  public String inPercent() {
    return String.format(
        Locale.ROOT, "%.1f [%.1f, %.1f]", HUNDRED * estimate, HUNDRED * low, HUNDRED * high);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import java.util.Locale;

/** An estimate and the bounds of its 95 % confidence interval, in the unit of the estimate. */
public record Interval(double estimate, double low, double high) {

  /** The normal quantile of a two-sided 95 % interval. */
  private static final double Z = 1.959963984540054;

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
    double share = (double) hits / trials;
    double square = Z * Z / trials;
    double middle = (share + square / 2) / (1 + square);
    double half =
        Z * Math.sqrt(share * (1 - share) / trials + square / (4 * trials)) / (1 + square);
    return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
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

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.report.Cell;
import dev.assay.lab.statistics.Interval;
import java.util.Collection;
import java.util.Locale;

/**
 * The mean of a figure over random splits and the range that holds 95 % of them. Half of a set
 * wobbles about the whole as much as the whole does about the population, so the range reads as a
 * confidence interval of the mean.
 */
final class SplitSpread {

  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;

  private SplitSpread() {}

  static Interval of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(each -> each).sorted().toArray();
    double mean = figures.stream().mapToDouble(each -> each).average().orElseThrow();
    return new Interval(mean, quantile(sorted, LOWER), quantile(sorted, UPPER));
  }

  /**
   * @param sorted ascending, at least one
   */
  static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** With three decimals. */
  static Cell cell(Interval interval) {
    if (Double.isInfinite(interval.estimate())) {
      return new Cell(null, "infinite");
    }
    return new Cell(
        interval.estimate(),
        String.format(
            Locale.ROOT,
            "%.3f [%.3f, %.3f]",
            interval.estimate(),
            interval.low(),
            interval.high()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.report.Cell;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.Percentiles;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * The mean of a figure over random splits and the range that holds 95 % of them. Half of a set
 * wobbles about the whole as much as the whole does about the population, so the range reads as a
 * confidence interval of the mean.
 */
final class SplitSpread {

  private SplitSpread() {}

  static Interval of(Collection<Double> figures) {
    double[] values = figures.stream().mapToDouble(each -> each).toArray();
    return Percentiles.around(Arrays.stream(values).average().orElseThrow(), values);
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

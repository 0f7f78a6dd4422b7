// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** Ranges that hold a share of the figures that there are. */
public final class Percentiles {

  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;

  private Percentiles() {}

  /**
   * The range that holds 95 % of these figures.
   *
   * @param figures at least one
   */
  public static Interval around(double estimate, double[] figures) {
    double[] bounds = Quantile.withDefaults().evaluate(figures, LOWER, UPPER);
    return new Interval(estimate, bounds[0], bounds[1]);
  }

  /**
   * The least of the figures that this share of them do not exceed (type 1, the nearest rank).
   *
   * @return NaN where there are none
   */
  public static double nearest(double[] figures, double share) {
    return Quantile.withDefaults().with(EstimationMethod.HF1).evaluate(figures, share);
  }

  /**
   * Where this share of the figures lies below, between two of them in proportion (type 8 of
   * Hyndman and Fan 1996).
   *
   * @param figures at least one
   */
  public static double of(double[] figures, double share) {
    return Quantile.withDefaults().evaluate(figures, share);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart.Point;

/** A share with its bounds as reports show it, in percent. */
public final class PercentInterval {

  private static final double HUNDRED = 100;

  private PercentInterval() {}

  /** Such as {@code 71.7 [69.6, 73.8]}; the value is the share itself, from 0 to 1. */
  public static Cell cell(Interval share) {
    return new Cell(share.estimate(), share.inPercent());
  }

  /** A point of a curve with its bounds. */
  public static Point point(double x, Interval share) {
    return new Point(x, HUNDRED * share.estimate(), HUNDRED * share.low(), HUNDRED * share.high());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.List;

/** Which points of a chart can be drawn, and on how much room. */
final class PlotPoints {

  static final int WIDTH = 760;

  private static final double FARTHEST = 1e100;

  private PlotPoints() {}

  /** The points that have a place on the axes. */
  static List<Chart.Point> drawable(Chart chart, Chart.Series series) {
    return series.points().stream()
        .filter(point -> fits(point.x()) && fits(point.y()))
        .filter(point -> !chart.logX() || isPositive(point.x()))
        .filter(point -> !chart.logY() || isPositive(point.y()))
        .toList();
  }

  /** Whether a number has a place on a logarithmic axis. */
  static boolean isPositive(double value) {
    return value >= 1 / FARTHEST;
  }

  /** Whether a number is one, and leaves room for the arithmetic of an axis. */
  static boolean fits(double value) {
    return Math.abs(value) <= FARTHEST;
  }
}

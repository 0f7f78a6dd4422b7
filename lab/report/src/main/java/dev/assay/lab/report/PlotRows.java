// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import dev.assay.lab.report.Chart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Points of several curves as the columns that the plotting library reads. */
final class PlotRows {

  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();
  private final List<@Nullable Double> low = new ArrayList<>();
  private final List<@Nullable Double> high = new ArrayList<>();
  private final List<String> curve = new ArrayList<>();

  void add(String key, List<Point> points) {
    for (Point point : points) {
      x.add(point.x());
      y.add(point.y());
      low.add(point.low());
      high.add(point.high());
      curve.add(key);
    }
  }

  boolean isEmpty() {
    return x.isEmpty();
  }

  Map<String, Object> data() {
    return Map.of("x", x, "y", y, "low", low, "high", high, "curve", curve);
  }
}

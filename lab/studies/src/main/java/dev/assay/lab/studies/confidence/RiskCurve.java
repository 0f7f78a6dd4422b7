// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.report.Chart.Point;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The error rate among the outcomes that reach a score, against how many do. */
final class RiskCurve {

  /** A curve needs no more points than a chart has room for. */
  private static final int POINTS = 100;

  /** Of fewer answers an error rate says nothing. */
  private static final int LEAST = 20;

  private RiskCurve() {}

  static List<Point> of(List<LabelledOutcome> outcomes) {
    List<LabelledOutcome> best =
        outcomes.stream()
            .sorted(Comparator.comparingDouble(LabelledOutcome::score).reversed())
            .toList();
    List<Point> points = new ArrayList<>();
    int next = LEAST;
    int errors = 0;
    for (int i = 1; i <= best.size(); i++) {
      errors += best.get(i - 1).right() ? 0 : 1;
      boolean last = i == best.size();
      // Tied outcomes are answered together or not at all.
      if (last || (i >= next && best.get(i).score() < best.get(i - 1).score())) {
        points.add(Point.of((double) i / best.size(), (double) errors / i));
        next = i + Math.max(1, best.size() / POINTS);
      }
    }
    return points;
  }
}

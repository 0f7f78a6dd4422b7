// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.stopping;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.PercentInterval;
import dev.assay.lab.studies.stopping.StoppingMeasurement.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Shows what adaptive stopping saved, the same way in every study. */
public final class StoppingReport {

  private static final double HUNDRED = 100;

  private static final Paragraph METHOD =
      new Paragraph(
          "How stopping was measured: of a few values of epsilon, the cheapest that loses at most"
              + " 0.3 points of accuracy on every second problem is taken, and everything in"
              + " the table and the curves is of the other problems. The difference is paired, as"
              + " both saw the same results in the same order; its interval is a percentile"
              + " bootstrap over problems. An epsilon of 0 stops only where no result could change"
              + " the choice. Rounds are waits for results one after the other, if every call takes"
              + " equally long.");

  private StoppingReport() {}

  /** How the figures of {@link #table} came about. */
  public static Paragraph method() {
    return METHOD;
  }

  /**
   * @param results by the name of what was measured
   */
  public static Table table(String title, SequencedMap<String, Result> results) {
    return new Table(
        title,
        List.of(
            "measured on",
            "epsilon",
            "fixed grid, calls",
            "fixed grid, % right",
            "adaptive, % right",
            "difference, points [95 %]",
            "adaptive calls, % of grid [95 %]",
            "rounds"),
        results.entrySet().stream().map(StoppingReport::row).toList());
  }

  private static List<Cell> row(Map.Entry<String, Result> entry) {
    Result result = entry.getValue();
    return List.of(
        Cell.text(entry.getKey()),
        Cell.number(result.epsilon(), 3),
        Cell.number(result.fixedCalls(), 1),
        PercentInterval.cell(result.fixed()),
        PercentInterval.cell(result.adaptive()),
        PercentInterval.cell(result.difference()),
        PercentInterval.cell(result.calls()),
        Cell.number(result.rounds(), 1));
  }

  /**
   * @param fixed the accuracy of smaller grids on the same half, by their calls
   */
  public static Chart chart(String title, Result result, List<Point> fixed) {
    List<Point> adaptive = new ArrayList<>();
    result
        .curve()
        .forEach(step -> adaptive.add(PercentInterval.point(step.calls(), step.accuracy())));
    return new Chart(
        title,
        "calls of a problem, mean",
        "right answers, %",
        true,
        List.of(
            new Series("adaptive, by tolerance", Kind.LINE, adaptive),
            new Series("fixed grid", Kind.LINE, fixed),
            new Series(
                "whole grid",
                Kind.REFERENCE,
                List.of(
                    Point.of(adaptive.getLast().x(), HUNDRED * result.fixed().estimate()),
                    Point.of(result.fixedCalls(), HUNDRED * result.fixed().estimate())))));
  }
}

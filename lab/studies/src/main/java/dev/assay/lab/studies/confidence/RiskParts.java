// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether a caller's error rate is kept, and how many answers that costs. */
public final class RiskParts {

  private static final double[] RATES = {0.01, 0.02, 0.05, 0.1, 0.2};

  private static final List<String> COLUMNS =
      List.of(
          "set",
          "error rate allowed, %",
          "answered, %",
          "no threshold, % of splits",
          "error, mean, %",
          "error, 95th percentile, %",
          "held-out half above, % of splits",
          "promise broken, % of draws");

  private final List<RiskTrial> trials;

  /**
   * @param splits how many halvings, and how many draws
   */
  public RiskParts(List<RecordedSet> sets, int splits) {
    this.trials =
        sets.stream()
            .flatMap(set -> Arrays.stream(RATES).mapToObj(rate -> RiskTrial.of(set, rate, splits)))
            .toList();
  }

  /** A row for each set and rate. */
  public Table table() {
    return new Table(
        "Risk control with confidence 95 %: answers from the threshold up on held-out halves",
        COLUMNS, trials.stream().map(RiskParts::row).toList());
  }

  private static List<Cell> row(RiskTrial trial) {
    return List.of(
        Cell.text(trial.set()),
        Cell.percent(trial.rate(), 0),
        Cell.percent(trial.answered()),
        Cell.percent(trial.unattainable()),
        trial.attained() ? Cell.percent(trial.error().estimate(), 2) : Cell.none(),
        trial.attained() ? Cell.percent(trial.worst(), 2) : Cell.none(),
        Cell.percent(trial.above()),
        new Cell(trial.broken().estimate(), trial.broken().inPercent()));
  }

  /** How the error rate grows with the share that is answered, and where the thresholds lie. */
  public Chart chart(List<RecordedSet> sets) {
    List<Series> series = new ArrayList<>();
    for (RecordedSet set : sets) {
      series.add(new Series(set.name(), Kind.LINE, RiskCurve.of(set.outcomes())));
      series.add(new Series(set.name() + ", thresholds", Kind.POINTS, thresholds(set)));
    }
    return new Chart(
        "Risk and coverage: the error rate among the answers with the best scores",
        "share answered",
        "error rate",
        false,
        series);
  }

  private List<Point> thresholds(RecordedSet set) {
    return trials.stream()
        .filter(trial -> trial.set().equals(set.name()) && trial.attained())
        .map(
            trial ->
                new Point(
                    trial.coverage(),
                    trial.error().estimate(),
                    trial.error().low(),
                    trial.error().high()))
        .toList();
  }

  /** The largest share of draws in which a promise was broken, over all sets and rates. */
  public double mostBroken() {
    return trials.stream().mapToDouble(trial -> trial.broken().estimate()).max().orElse(0);
  }
}

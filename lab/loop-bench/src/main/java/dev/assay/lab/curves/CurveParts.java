// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.PercentInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The curves, and the figures behind them.
 *
 * @param critic the same, but that the drafts which do nothing but vote are the critic's own
 * @param adaptive for each grid and tolerance that is told of
 */
record CurveParts(Curves curves, Curves critic, List<AdaptiveReplay> adaptive) {

  private static final SequencedMap<SelectionRule, String> RULES = new LinkedHashMap<>();

  static {
    RULES.put(SelectionRule.MAJORITY, "majority");
    RULES.put(SelectionRule.ACCEPTED_MAJORITY, "accepted majority");
    RULES.put(SelectionRule.BEST_OF_N, "best of N");
    RULES.put(SelectionRule.VERIFIER_VOTING, "verifier voting");
    RULES.put(SelectionRule.PESSIMISTIC, "pessimistic");
  }

  private static final String CALLS = "model calls of a problem, mean";
  private static final String RIGHT = "right answers, %";

  /** The whole story in one picture. */
  Chart picture() {
    int verifications = curves.size().loop().verifications();
    int revisions = curves.size().revisions();
    List<Series> series = new ArrayList<>();
    series.add(votes());
    series.add(critic.votes("majority of the critic's own drafts"));
    series.add(curves.series("verifier voting", SelectionRule.VERIFIER_VOTING, verifications, 0));
    series.add(curves.series("pessimistic", SelectionRule.PESSIMISTIC, verifications, 0));
    series.add(
        curves.series(
            "accepted majority, refined",
            SelectionRule.ACCEPTED_MAJORITY,
            verifications,
            revisions));
    series.add(
        curves.series("pessimistic, refined", SelectionRule.PESSIMISTIC, verifications, revisions));
    series.add(stopping());
    return new Chart(
        "Accuracy against model calls, N = 1 to %d, M = %d, R = %d"
            .formatted(curves.size().attempts(), verifications, revisions),
        CALLS,
        RIGHT,
        true,
        series);
  }

  private Series votes() {
    return curves.votes("majority of drafts");
  }

  private Series stopping() {
    return new Series(
        "the same, adaptive stopping",
        Kind.POINTS,
        adaptive.stream().map(each -> PercentInterval.point(each.calls(), each.right())).toList());
  }

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    for (int revisions = 0; revisions <= curves.size().revisions(); revisions++) {
      charts.add(rules(revisions));
    }
    charts.add(byVerifications());
    return charts;
  }

  private Chart rules(int revisions) {
    int verifications = curves.size().loop().verifications();
    List<Series> series = new ArrayList<>(List.of(votes()));
    RULES.forEach(
        (rule, name) -> {
          if (rule != SelectionRule.MAJORITY || revisions > 0) {
            series.add(curves.series(name, rule, verifications, revisions));
          }
        });
    return new Chart(
        "All rules, R = %d, M = %d".formatted(revisions, verifications),
        CALLS,
        RIGHT,
        true,
        series);
  }

  private Chart byVerifications() {
    int revisions = curves.size().revisions();
    return new Chart(
        "Pessimistic selection by M, R = " + revisions,
        CALLS,
        RIGHT,
        true,
        Arrays.stream(curves.size().someVerifications())
            .mapToObj(m -> curves.series("M = " + m, SelectionRule.PESSIMISTIC, m, revisions))
            .toList());
  }

  /** Every grid, with the calls of the whole loop. */
  Table grids() {
    List<String> columns = new ArrayList<>(List.of("R", "N", "M", "calls"));
    columns.addAll(RULES.values());
    columns.set(columns.size() - 1, "pessimistic [95 %]");
    columns.add("any right");
    List<List<Cell>> rows = new ArrayList<>();
    for (int r = 0; r <= curves.size().revisions(); r++) {
      for (int n : curves.size().someAttempts()) {
        for (int m : curves.size().someVerifications()) {
          rows.add(row(GridSize.guided(n, m, r)));
        }
      }
    }
    return new Table(
        "Every grid: right answers, %, and the calls of the whole loop", columns, rows);
  }

  private List<Cell> row(GridSize grid) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.count(grid.revisions()));
    row.add(Cell.count(grid.attempts()));
    row.add(Cell.count(grid.verifications()));
    row.add(Cell.number(curves.of(grid).calls(), 1));
    for (Map.Entry<SelectionRule, String> rule : RULES.entrySet()) {
      var accuracy = curves.accuracy(rule.getKey(), grid);
      row.add(
          rule.getKey() == SelectionRule.PESSIMISTIC
              ? PercentInterval.cell(accuracy)
              : Cell.percent(accuracy.estimate()));
    }
    row.add(Cell.percent(curves.any(grid)));
    return row;
  }

  Table stoppingTable() {
    return new Table(
        "Adaptive stopping, pessimistic selection: right answers, %",
        List.of("within", "epsilon", "grid, calls", "grid [95 %]", "calls", "adaptive [95 %]"),
        adaptive.stream().map(this::row).toList());
  }

  private List<Cell> row(AdaptiveReplay stopped) {
    GridSize grid = stopped.grid();
    return List.of(
        Cell.text(
            String.format(
                Locale.ROOT,
                "N=%d, M=%d, R=%d",
                grid.attempts(),
                grid.verifications(),
                grid.revisions())),
        Cell.number(stopped.epsilon(), 2),
        Cell.number(curves.of(grid).calls(), 1),
        PercentInterval.cell(curves.accuracy(SelectionRule.PESSIMISTIC, grid)),
        Cell.number(stopped.calls(), 1),
        PercentInterval.cell(stopped.right()));
  }
}

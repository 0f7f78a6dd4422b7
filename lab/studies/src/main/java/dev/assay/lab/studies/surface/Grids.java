// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.PercentInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fixed grids of all sizes on one surface. */
record Grids(Surface surface) {

  static final int MOST_ATTEMPTS = 128;
  static final int MOST_VERDICTS = 32;

  private static final int[] N = {1, 2, 4, 8, 16, 32, 64, 128};
  private static final int[] M = {1, 2, 4, 8, 16, 32};

  /** As digitised from Heimdall's figure by the authors of arXiv 2510.14913; percent. */
  private static final double[][] PUBLISHED = {
    {53, 53, 53, 53, 53, 53},
    {54.7, 60.2, 61.8, 62.1, 62.2, 62.3},
    {59.1, 65.8, 67.9, 68.6, 69.1, 69.3},
    {63.1, 69.5, 72.1, 73.2, 74.0, 74.3},
    {65.2, 72.1, 75.0, 76.2, 76.9, 77.1},
    {66.3, 74.0, 77.0, 78.2, 78.6, 78.8},
    {67.0, 76.0, 78.5, 79.4, 79.7, 79.9},
    {68.0, 78.0, 79.8, 80.4, 81.0, 81.3},
  };

  private static final double LOW_ALPHA = 0.1;
  private static final double ALPHA = 0.5;
  private static final double ALPHA_STEP = 0.1;
  private static final double MOST_ALPHA = 2;

  /** A verification by a long-thinking model in solutions of the solver (arXiv 2510.14913). */
  private static final double VERDICT_COST = 1.57;

  private static final double[] BUDGETS = {8, 16, 33, 64, 128, 256, 417, 1024};
  private static final double HUNDRED = 100;

  Table besidePublished() {
    List<String> columns = new ArrayList<>(List.of("N"));
    for (int m : M) {
      columns.add("M=" + m);
      columns.add("published");
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < N.length; i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.count(N[i])));
      for (int j = 0; j < M.length; j++) {
        row.add(Cell.percent(pessimistic(N[i], M[j], LOW_ALPHA).estimate()));
        row.add(Cell.number(PUBLISHED[i][j], 1));
      }
      rows.add(row);
    }
    return new Table("Pessimistic selection, alpha 0.1: right answers, %", columns, rows);
  }

  Chart byAttempts() {
    List<Series> series = new ArrayList<>();
    for (int m : new int[] {1, 2, 4, 32}) {
      int column = Integer.numberOfTrailingZeros(m);
      series.add(
          series("M = " + m, IntStream.of(N).mapToObj(n -> at(n, pessimistic(n, m, LOW_ALPHA)))));
      series.add(
          new Series(
              "published, M = " + m,
              Kind.REFERENCE,
              IntStream.range(0, N.length)
                  .mapToObj(i -> Point.of(N[i], PUBLISHED[i][column]))
                  .toList()));
    }
    series.add(
        series("majority", IntStream.of(N).mapToObj(n -> at(n, of(SelectionRule.MAJORITY, n, 1)))));
    return new Chart("Accuracy against N", "attempts N", "right answers, %", true, series);
  }

  Table rules() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int n : N) {
      for (int m : new int[] {1, 4, 32}) {
        rows.add(
            List.of(
                Cell.count(n),
                Cell.count(m),
                Cell.percent(of(SelectionRule.MAJORITY, n, m).estimate()),
                Cell.percent(of(SelectionRule.BEST_OF_N, n, m).estimate()),
                Cell.percent(of(SelectionRule.VERIFIER_VOTING, n, m).estimate()),
                Cell.percent(pessimistic(n, m, LOW_ALPHA).estimate()),
                PercentInterval.cell(pessimistic(n, m, ALPHA)),
                Cell.percent(surface.any(n))));
      }
    }
    return new Table(
        "The rules on the same verdicts: right answers, %",
        List.of(
            "N",
            "M",
            "majority",
            "best of N",
            "verifier voting",
            "pessimistic 0.1",
            "pessimistic 0.5 [95 %]",
            "any right"),
        rows);
  }

  private static final int[][] SWEPT = {{8, 1}, {8, 4}, {32, 1}, {32, 4}, {128, 4}, {128, 32}};

  private static double[] alphaRange() {
    return IntStream.rangeClosed(0, (int) Math.round(MOST_ALPHA / ALPHA_STEP))
        .mapToDouble(i -> i * ALPHA_STEP)
        .toArray();
  }

  Table bestAlpha() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int[] cell : SWEPT) {
      List<Interval> swept =
          surface.accuracy(SelectionRule.PESSIMISTIC, cell[0], cell[1], alphaRange());
      int best = 0;
      for (int i = 1; i < swept.size(); i++) {
        best = swept.get(i).estimate() > swept.get(best).estimate() ? i : best;
      }
      rows.add(
          List.of(
              Cell.count(cell[0]),
              Cell.count(cell[1]),
              Cell.percent(swept.getFirst().estimate()),
              Cell.percent(pessimistic(cell[0], cell[1], ALPHA).estimate()),
              Cell.percent(swept.getLast().estimate()),
              Cell.number(best * ALPHA_STEP, 1),
              PercentInterval.cell(swept.get(best))));
    }
    return new Table(
        "The weight of the penalty: right answers, %",
        List.of("N", "M", "alpha 0", "alpha 0.5", "alpha 2", "best alpha", "there [95 %]"), rows);
  }

  Chart alphas() {
    double[] range = alphaRange();
    List<Series> series = new ArrayList<>();
    for (int[] cell : SWEPT) {
      List<Interval> swept = surface.accuracy(SelectionRule.PESSIMISTIC, cell[0], cell[1], range);
      series.add(
          series(
              "N = " + cell[0] + ", M = " + cell[1],
              IntStream.range(0, range.length).mapToObj(i -> at(range[i], swept.get(i)))));
    }
    return new Chart("Accuracy against alpha", "alpha", "right answers, %", false, series);
  }

  /** A grid, what it costs in solutions of the solver, and what it gets right. */
  private record Offer(int attempts, int verifications, double cost, double accuracy) {}

  /** What each budget buys at best, with N and M from the grid. */
  Table budgets() {
    List<Offer> votes = offers(SelectionRule.MAJORITY);
    List<Offer> voting = offers(SelectionRule.VERIFIER_VOTING);
    List<Offer> pessimistic = offers(SelectionRule.PESSIMISTIC);
    List<List<Cell>> rows = new ArrayList<>();
    for (double budget : BUDGETS) {
      List<Cell> row = new ArrayList<>(List.of(Cell.number(budget, 0)));
      row.addAll(best(votes, budget).subList(0, 2));
      row.addAll(best(voting, budget));
      row.addAll(best(pessimistic, budget));
      rows.add(row);
    }
    return new Table(
        "What a budget buys, in solutions of the solver (a verdict costs 1.57): right answers, %",
        List.of(
            "budget", "majority", "N", "verifier voting", "N", "M", "pessimistic 0.1", "N", "M"),
        rows);
  }

  private List<Offer> offers(SelectionRule rule) {
    boolean verified = rule != SelectionRule.MAJORITY;
    List<Offer> offers = new ArrayList<>();
    for (int n : N) {
      for (int m : verified ? M : new int[] {1}) {
        offers.add(new Offer(n, m, verified ? cost(n, m) : n, of(rule, n, m).estimate()));
      }
    }
    return offers;
  }

  private static List<Cell> best(List<Offer> offers, double budget) {
    Offer best =
        offers.stream()
            .filter(offer -> offer.cost() <= budget)
            .max(Comparator.comparing(Offer::accuracy))
            .orElseThrow();
    return List.of(
        Cell.percent(best.accuracy()),
        Cell.count(best.attempts()),
        Cell.count(best.verifications()));
  }

  Chart byCost() {
    List<Series> series = new ArrayList<>();
    for (int m : new int[] {1, 2, 4, 8}) {
      series.add(
          series(
              "pessimistic, M = " + m,
              IntStream.of(N).mapToObj(n -> at(cost(n, m), pessimistic(n, m, LOW_ALPHA)))));
    }
    series.add(
        series("majority", IntStream.of(N).mapToObj(n -> at(n, of(SelectionRule.MAJORITY, n, 1)))));
    return new Chart(
        "Accuracy against cost", "cost in solutions", "right answers, %", true, series);
  }

  private static double cost(int attempts, int verifications) {
    return attempts + attempts * verifications * VERDICT_COST;
  }

  private Interval pessimistic(int n, int m, double alpha) {
    return surface.accuracy(SelectionRule.PESSIMISTIC, n, m, alpha).getFirst();
  }

  private Interval of(SelectionRule rule, int n, int m) {
    return surface.accuracy(rule, n, m, LOW_ALPHA).getFirst();
  }

  private static Series series(String name, Stream<Point> points) {
    return new Series(name, Kind.LINE, points.toList());
  }

  private static Point at(double x, Interval share) {
    return Point.of(x, HUNDRED * share.estimate());
  }
}

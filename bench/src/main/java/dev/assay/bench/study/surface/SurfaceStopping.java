// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.study.surface;

import dev.assay.bench.pool.Frontier;
import dev.assay.bench.pool.Frontier.Result;
import dev.assay.bench.pool.FrontierReport;
import dev.assay.bench.pool.Pool;
import dev.assay.bench.pool.Replay;
import dev.assay.bench.report.Chart.Point;
import dev.assay.bench.report.Paragraph;
import dev.assay.bench.report.Part;
import dev.assay.bench.stats.Interval;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.Bar;
import dev.assay.selection.scoring.Scoring;
import dev.assay.selection.stopping.Contest;
import dev.assay.selection.stopping.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Adaptive stopping on simulated grids. */
record SurfaceStopping(Model model, int problems) {

  private static final Bar BAR = new Bar(0.7, 0.1, 0.5);
  private static final double ALPHA = 0.5;

  /** Problems of their own, which the grids were not measured on. */
  private static final long FIRST_SEED = 1_000_000;

  private static final int SIMULATIONS = 200;
  private static final int ATTEMPTS = 16;
  private static final int VERDICTS = 8;

  /** One line of the table. */
  private record Case(SelectionRule rule, int attempts, int verdicts, int width, boolean status) {

    String name() {
      return "%s, %d × %d, %d at a time%s"
          .formatted(rule, attempts, verdicts, width, status ? ", status watched" : "");
    }

    Contest contest() {
      return new Contest(new Scoring(attempts, verdicts, ALPHA), rule, BAR);
    }
  }

  List<Part> parts() {
    List<Pool> pools = pools();
    List<Case> cases =
        List.of(
            new Case(SelectionRule.PESSIMISTIC, 8, 4, 1, false),
            new Case(SelectionRule.PESSIMISTIC, 8, 4, 4, false),
            new Case(SelectionRule.PESSIMISTIC, 8, 4, 4, true),
            new Case(SelectionRule.PESSIMISTIC, ATTEMPTS, VERDICTS, 8, false),
            new Case(SelectionRule.PESSIMISTIC, ATTEMPTS, VERDICTS, 8, true),
            new Case(SelectionRule.VERIFIER_VOTING, ATTEMPTS, VERDICTS, 8, false),
            new Case(SelectionRule.BEST_OF_N, ATTEMPTS, VERDICTS, 8, false));
    SequencedMap<String, Result> results = new LinkedHashMap<>();
    cases.forEach(each -> results.put(each.name(), measure(each, pools)));
    List<Part> parts = new ArrayList<>();
    parts.add(new Paragraph(ABOUT));
    parts.add(FrontierReport.method());
    parts.add(FrontierReport.table("Adaptive stopping against simulated grids", results));
    Case shown = cases.get(3);
    parts.add(
        FrontierReport.chart(
            shown.name() + ": accuracy against calls",
            results.getOrDefault(shown.name(), results.firstEntry().getValue()),
            fixed(pools)));
    return parts;
  }

  private List<Pool> pools() {
    return IntStream.range(0, problems)
        .parallel()
        .mapToObj(i -> model.problem(ATTEMPTS, VERDICTS, FIRST_SEED + i))
        .toList();
  }

  private static Result measure(Case which, List<Pool> pools) {
    Settings settings = new Settings(0, which.width(), 2, which.status(), SIMULATIONS, 1);
    return new Frontier(pools, _ -> which.contest(), settings, 0).measure();
  }

  /** Smaller grids, which keep the proportion of N and M as far as they can. */
  private static List<Point> fixed(List<Pool> pools) {
    int[][] grids = {{2, 1}, {4, 1}, {4, 2}, {8, 2}, {8, 4}, {16, 4}, {16, 8}};
    List<Pool> held =
        IntStream.range(0, pools.size()).filter(i -> i % 2 == 1).mapToObj(pools::get).toList();
    List<Point> points = new ArrayList<>();
    for (int[] grid : grids) {
      Contest contest =
          new Contest(new Scoring(grid[0], grid[1], ALPHA), SelectionRule.PESSIMISTIC, BAR);
      long right = held.stream().filter(pool -> Replay.fixed(pool, contest).right()).count();
      points.add(
          FrontierReport.point(grid[0] + grid[0] * grid[1], Interval.wilson(right, held.size())));
    }
    return points;
  }

  private static final String ABOUT =
      "Adaptive stopping on problems of the same model, which the grids above were not measured"
          + " on. Attempts and verdicts count as one call each. Its own model of the future (one rate for all"
          + " verdicts on an answer) is simpler than the one the problems are drawn from. Where the"
          + " status is watched too, it buys the verdicts that a verified answer needs.";
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.PercentInterval;
import dev.assay.lab.studies.stopping.RecordedCalls;
import dev.assay.lab.studies.stopping.StoppingMeasurement;
import dev.assay.lab.studies.stopping.StoppingMeasurement.Result;
import dev.assay.lab.studies.stopping.StoppingReplay;
import dev.assay.lab.studies.stopping.StoppingReport;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.stopping.SelectionCriterion;
import dev.assay.selection.stopping.StoppingSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Adaptive stopping on simulated grids. */
record SurfaceStopping(SimulatedProblems model, int problems) {

  private static final VerifiedThreshold BAR = new VerifiedThreshold(0.7, 0.1, 0.5);
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

    SelectionCriterion criterion() {
      return new SelectionCriterion(new ScoringRules(attempts, verdicts, ALPHA), rule, BAR);
    }
  }

  List<ReportPart> parts() {
    List<RecordedCalls> pools = pools();
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
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new Paragraph(ABOUT));
    parts.add(StoppingReport.method());
    parts.add(StoppingReport.table("Adaptive stopping against simulated grids", results));
    Case shown = cases.get(3);
    parts.add(
        StoppingReport.chart(
            shown.name() + ": accuracy against calls",
            results.getOrDefault(shown.name(), results.firstEntry().getValue()),
            fixed(pools)));
    return parts;
  }

  private List<RecordedCalls> pools() {
    return IntStream.range(0, problems)
        .parallel()
        .mapToObj(i -> model.problem(ATTEMPTS, VERDICTS, FIRST_SEED + i))
        .toList();
  }

  private static Result measure(Case which, List<RecordedCalls> pools) {
    StoppingSettings settings =
        new StoppingSettings(0, which.width(), 2, which.status(), SIMULATIONS, 1);
    return new StoppingMeasurement(pools, _ -> which.criterion(), settings, 0).measure();
  }

  /** Smaller grids, which keep the proportion of N and M as far as they can. */
  private static List<Point> fixed(List<RecordedCalls> pools) {
    int[][] grids = {{2, 1}, {4, 1}, {4, 2}, {8, 2}, {8, 4}, {16, 4}, {16, 8}};
    List<RecordedCalls> held =
        IntStream.range(0, pools.size()).filter(i -> i % 2 == 1).mapToObj(pools::get).toList();
    List<Point> points = new ArrayList<>();
    for (int[] grid : grids) {
      SelectionCriterion criterion =
          new SelectionCriterion(
              new ScoringRules(grid[0], grid[1], ALPHA), SelectionRule.PESSIMISTIC, BAR);
      long right =
          held.stream().filter(pool -> StoppingReplay.fixed(pool, criterion).right()).count();
      points.add(
          PercentInterval.point(grid[0] + grid[0] * grid[1], Interval.wilson(right, held.size())));
    }
    return points;
  }

  private static final String ABOUT =
      "Adaptive stopping on problems of the same model, which the grids above were not measured"
          + " on. Attempts and verdicts count as one call each. Its own model of the future (one rate for all"
          + " verdicts on an answer) is simpler than the one the problems are drawn from. Where the"
          + " status is watched too, it buys the verdicts that a verified answer needs.";
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.PercentInterval;
import dev.assay.lab.studies.Study;
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

/** Voting among many models, asked one after the other in an order of chance, until it is clear. */
public final class ZeroEvalPoolStudy implements Study {

  private static final String MATH = "zeroeval/math-l5.samples.jsonl.gz";
  private static final String GSM = "zeroeval/gsm.samples.jsonl.gz";
  private static final int[] VOTES = {1, 2, 4, 8, 16, 32, 41};
  private static final VerifiedThreshold BAR = new VerifiedThreshold(0.7, 0.1, 0.5);
  private static final long SEED = 43;

  @Override
  public String name() {
    return "zeroeval_pool";
  }

  @Override
  public String title() {
    return "Voting among the models of ZeroEval";
  }

  @Override
  public List<String> files() {
    return List.of(MATH, GSM);
  }

  @Override
  public Findings run(DatasetFolder data) {
    List<RecordedCalls> math = ModelPoolReader.read(data, MATH, SEED);
    List<RecordedCalls> gsm = ModelPoolReader.read(data, GSM, SEED);
    SequencedMap<String, Result> results = new LinkedHashMap<>();
    results.put("MATH level 5, one at a time", frontier(math, 1).measure());
    results.put("MATH level 5, four at a time", frontier(math, 4).measure());
    results.put("GSM8K, one at a time", frontier(gsm, 1).measure());
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new Paragraph(ABOUT));
    parts.add(votes("MATH level 5: right by the number of models that vote, %", math));
    parts.add(votes("GSM8K: right by the number of models that vote, %", gsm));
    parts.add(StoppingReport.method());
    parts.add(StoppingReport.table("Adaptive majority against asking every model", results));
    parts.add(chart("MATH level 5", results.firstEntry().getValue(), math));
    parts.add(chart("GSM8K", results.lastEntry().getValue(), gsm));
    return new Findings(parts);
  }

  private static ReportPart chart(String name, Result result, List<RecordedCalls> pools) {
    List<RecordedCalls> held =
        IntStream.range(0, pools.size()).filter(i -> i % 2 == 1).mapToObj(pools::get).toList();
    List<Point> fixed =
        IntStream.of(VOTES)
            .mapToObj(n -> PercentInterval.point(n, accuracy(held, SelectionRule.MAJORITY, n)))
            .toList();
    return StoppingReport.chart(name + ": accuracy against calls", result, fixed);
  }

  private static Table votes(String title, List<RecordedCalls> pools) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int votes : VOTES) {
      rows.add(row(Integer.toString(votes), pools, votes));
    }
    rows.add(row("all", pools, Integer.MAX_VALUE));
    return new Table(
        title, List.of("models", "majority", "shortest majority", "any of them"), rows);
  }

  private static List<Cell> row(String name, List<RecordedCalls> pools, int votes) {
    long any = pools.stream().filter(pool -> any(pool, votes)).count();
    return List.of(
        Cell.text(name),
        PercentInterval.cell(accuracy(pools, SelectionRule.MAJORITY, votes)),
        PercentInterval.cell(accuracy(pools, SelectionRule.SHORTEST_MAJORITY, votes)),
        Cell.percent((double) any / pools.size()));
  }

  private static boolean any(RecordedCalls pool, int votes) {
    return IntStream.range(0, Math.min(votes, pool.attempts()))
        .anyMatch(i -> pool.right().contains(pool.groups()[i]));
  }

  private static Interval accuracy(List<RecordedCalls> pools, SelectionRule rule, int votes) {
    long right =
        pools.stream()
            .filter(pool -> StoppingReplay.fixed(pool, criterion(pool, rule, votes)).right())
            .count();
    return Interval.wilson(right, pools.size());
  }

  private static SelectionCriterion criterion(RecordedCalls pool, SelectionRule rule, int votes) {
    return new SelectionCriterion(
        new ScoringRules(Math.min(votes, pool.attempts()), 0, 0), rule, BAR);
  }

  private static StoppingMeasurement frontier(List<RecordedCalls> pools, int width) {
    return new StoppingMeasurement(
        pools,
        pool -> criterion(pool, SelectionRule.MAJORITY, pool.attempts()),
        new StoppingSettings(0, width, 2, false, 500, 1),
        0);
  }

  private static final String ABOUT =
      "Each problem has one greedy answer of each of 41 to 44 models (GSM8K: 44), asked in an order"
          + " of chance that differs from problem to problem. They are no independent draws of one"
          + " solver: the models differ widely in strength, which the stopping model does not know."
          + " Equal answers are joined by the same comparison as everywhere, and an answer counts as"
          + " right if the recorded judge found it so. Published for MATH level 5: plurality of"
          + " all models 71.2, the best single model 89.3, any of them 97.5. There is no verifier"
          + " here, so only the rules that count solutions apply.";
}

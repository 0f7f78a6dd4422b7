// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.judge;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Our rules on the recorded scores, for M = 1 to 8, and adaptive stopping against all eight. */
final class JudgeRules {

  private static final List<Condition> CONDITIONS =
      List.of(
          Condition.BASE_FULL,
          Condition.BASE_MINI,
          Condition.CRITERIA_FULL,
          Condition.CRITERIA_MINI,
          Condition.SONNET,
          Condition.CRITERIA_HAIKU);

  private static final int CANDIDATES = 4;

  /** Scores hardly differ, so a penalty made for yes and no would drown them. */
  private static final double ALPHA = 0.01;

  private static final double THRESHOLD_LOW = 7;
  private static final double THRESHOLD_HIGH = 8;
  private static final VerifiedThreshold BAR = new VerifiedThreshold(0.7, 0.1, 0.5);

  private final DatasetFolder data;

  JudgeRules(DatasetFolder data) {
    this.data = data;
  }

  List<ReportPart> parts() {
    SequencedMap<String, Result> results = new LinkedHashMap<>();
    List<ReportPart> curves = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (Condition condition : CONDITIONS) {
      List<JudgeItem> items = condition.read(data);
      List<RecordedCalls> pools = pools(items, JudgeItem::graded);
      Result result = frontier(pools).measure();
      results.put(condition.name(), result);
      curves.add(chart(condition, result, pools));
      IntStream.rangeClosed(1, JudgeStudy.MOST)
          .forEach(m -> rows.add(row(condition, items, pools, m)));
    }
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new Paragraph(ABOUT_RULES));
    parts.add(new Table("Rules by verdicts of a candidate, % right", COLUMNS, rows));
    parts.add(new Paragraph(ABOUT_STOPPING));
    parts.add(StoppingReport.method());
    parts.add(StoppingReport.table("Adaptive stopping against 4 × 8 verdicts", results));
    parts.addAll(curves);
    return parts;
  }

  private static final List<String> COLUMNS =
      List.of(
          "judge",
          "M",
          "calls",
          "published rule, a tie is wrong",
          "pessimistic, alpha 0.01",
          "pessimistic, alpha 0.5",
          "voting, pass from 7",
          "voting, pass from 8");

  private static List<Cell> row(
      Condition condition, List<JudgeItem> items, List<RecordedCalls> pools, int m) {
    return List.of(
        Cell.text(condition.name()),
        Cell.count(m),
        Cell.count((long) CANDIDATES * m),
        Cell.percent(PublishedRule.of(items, m).accuracy()),
        Cell.percent(accuracy(pools, pessimistic(m, ALPHA)).estimate()),
        Cell.percent(accuracy(pools, pessimistic(m, 0.5)).estimate()),
        Cell.percent(voting(items, m, THRESHOLD_LOW)),
        Cell.percent(voting(items, m, THRESHOLD_HIGH)));
  }

  private static double voting(List<JudgeItem> items, int m, double threshold) {
    SelectionCriterion criterion =
        new SelectionCriterion(
            new ScoringRules(CANDIDATES, m, 0), SelectionRule.VERIFIER_VOTING, BAR);
    return accuracy(pools(items, score -> score >= threshold ? 1 : 0), criterion).estimate();
  }

  private static SelectionCriterion pessimistic(int verifications, double alpha) {
    return new SelectionCriterion(
        new ScoringRules(CANDIDATES, verifications, alpha), SelectionRule.PESSIMISTIC, BAR);
  }

  private static Interval accuracy(List<RecordedCalls> pools, SelectionCriterion criterion) {
    long right =
        pools.stream().filter(pool -> StoppingReplay.fixed(pool, criterion).right()).count();
    return Interval.wilson(right, pools.size());
  }

  private static List<RecordedCalls> pools(List<JudgeItem> items, DoubleUnaryOperator verdict) {
    return IntStream.range(0, items.size()).mapToObj(i -> items.get(i).pool(verdict, i)).toList();
  }

  private static StoppingMeasurement frontier(List<RecordedCalls> pools) {
    SelectionCriterion criterion = pessimistic(JudgeStudy.MOST, ALPHA);
    StoppingSettings settings =
        new StoppingSettings(
            0,
            CANDIDATES,
            CANDIDATES,
            false,
            500,
            weight(
                IntStream.range(0, pools.size())
                    .filter(i -> i % 2 == 0)
                    .mapToObj(pools::get)
                    .toList()));
    return new StoppingMeasurement(pools, _ -> criterion, settings, CANDIDATES);
  }

  /** How many yes-or-no verdicts one score is worth: the spread of those over that of scores. */
  static double weight(List<RecordedCalls> pools) {
    double binary = 0;
    double graded = 0;
    for (RecordedCalls pool : pools) {
      for (double[] scores : pool.verdicts()) {
        double[] read = Arrays.stream(scores).filter(each -> !Double.isNaN(each)).toArray();
        double mean = Arrays.stream(read).average().orElse(0);
        if (read.length > 1) {
          binary += mean * (1 - mean);
          graded +=
              Arrays.stream(read).map(each -> (each - mean) * (each - mean)).sum()
                  / (read.length - 1);
        }
      }
    }
    return binary / graded;
  }

  private static Chart chart(Condition condition, Result result, List<RecordedCalls> pools) {
    List<RecordedCalls> held =
        IntStream.range(0, pools.size()).filter(i -> i % 2 == 1).mapToObj(pools::get).toList();
    List<Point> fixed =
        IntStream.rangeClosed(1, JudgeStudy.MOST)
            .mapToObj(
                m -> PercentInterval.point(CANDIDATES * m, accuracy(held, pessimistic(m, ALPHA))))
            .toList();
    return StoppingReport.chart(condition.name() + ": accuracy against calls", result, fixed);
  }

  private static final String ABOUT_RULES =
      "Every candidate is an answer of its own here, so with equally many scores for each,"
          + " pessimistic selection at any alpha, verifier voting and best-of-N all take the highest"
          + " mean; they differ from the published rule where there is a tie, which ours breaks by"
          + " the order of the candidates (shuffled by a seed, so by chance), and where calls"
          + " failed. Scores are used as verdicts between 0 and 1, or passed from a threshold on:"
          + " throwing the grade away costs accuracy, as ties become many.";

  private static final String ABOUT_STOPPING =
      "Adaptive stopping begins with one wave over the candidates and asks where a further score"
          + " can still change the choice, four calls at a time at most. How many yes-or-no verdicts"
          + " a score is worth comes from the spread of repeated scores in the tuning half.";
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which score of the evidence tells right answers from wrong ones best. */
public final class ScoreParts {

  private static final List<RawScore> FEATURES =
      List.of(RawScore.PESSIMISTIC, RawScore.SHARE, RawScore.VOTING_SHARE, RawScore.LEAD);

  private final int splits;

  public ScoreParts(int splits) {
    this.splits = splits;
  }

  /** A row for each set, a column for each score. */
  public Table table(List<RecordedSet> sets) {
    Stream<String> scores = Arrays.stream(RawScore.values()).map(RawScore::shown);
    List<String> columns =
        Stream.of(Stream.of("set", "right, %"), scores, Stream.of("logistic regression"))
            .flatMap(each -> each)
            .toList();
    return new Table(
        "AUC of scores on held-out halves, mean and 95 % range over " + splits + " splits",
        columns,
        sets.stream().map(this::row).toList());
  }

  private List<Cell> row(RecordedSet set) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(set.name()));
    row.add(
        Cell.percent(
            set.cases().stream().mapToInt(each -> each.right() ? 1 : 0).average().orElseThrow()));
    for (RawScore score : RawScore.values()) {
      List<LabelledOutcome> outcomes = RecordedSet.outcomes(set.cases(), score);
      List<Double> areas = HoldOutSplit.each(splits, outcomes, split -> Ranking.auc(split.held()));
      row.add(SplitSpread.cell(SplitSpread.of(areas)));
    }
    List<Features> features = set.cases().stream().map(Features::of).toList();
    row.add(
        SplitSpread.cell(SplitSpread.of(HoldOutSplit.each(splits, features, ScoreParts::fitted))));
    return row;
  }

  private static double fitted(HoldOutSplit<Features> split) {
    Logistic model =
        Logistic.fit(
            split.fit().stream().map(Features::values).toList(),
            split.fit().stream().mapToDouble(each -> each.right() ? 1 : 0).toArray());
    return Ranking.auc(
        split.held().stream()
            .map(each -> new LabelledOutcome(model.probability(each.values()), each.right()))
            .toList());
  }

  /** What the fitted score sees of a case. */
  private record Features(double[] values, boolean right) {
    static Features of(SettledCase settled) {
      return new Features(
          FEATURES.stream().mapToDouble(score -> score.of(settled)).toArray(), settled.right());
    }
  }
}

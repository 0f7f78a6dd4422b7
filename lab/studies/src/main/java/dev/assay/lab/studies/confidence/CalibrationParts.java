// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.Interval;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.calibration.Reliability;
import dev.assay.selection.calibration.Reliability.Bin;
import dev.assay.selection.calibration.StatedConfidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Whether the confidence keeps its word on problems that it was not fitted on. */
public final class CalibrationParts {

  private static final List<String> COLUMNS =
      List.of("set", "confidence from", "Brier", "ECE", "log loss");

  private final int splits;

  public CalibrationParts(int splits) {
    this.splits = splits;
  }

  /** For each set the naive reading of the evidence, and every way to calibrate. */
  public Table table(List<RecordedSet> sets) {
    return new Table(
        "Brier score, expected calibration error and log loss on held-out halves, mean and 95 % range"
            + " over "
            + splits
            + " splits",
        COLUMNS,
        sets.stream().flatMap(this::rows).toList());
  }

  private Stream<List<Cell>> rows(RecordedSet set) {
    List<LabelledOutcome> naive = RecordedSet.outcomes(set.cases(), RawScore.MEAN_VERDICT);
    Stream<List<Cell>> before =
        Stream.of(
            row(
                set,
                "mean verdict, as it is",
                HoldOutSplit.each(
                    splits, naive, split -> reliability(split.held(), score -> score))));
    Stream<List<Cell>> after =
        Stream.of(Calibrator.values())
            .map(
                way ->
                    row(
                        set,
                        way.shown(),
                        HoldOutSplit.each(
                            splits,
                            set.outcomes(),
                            split -> reliability(split.held(), way.fit(split.fit())))));
    return Stream.concat(before, after);
  }

  private static List<Cell> row(RecordedSet set, String name, List<Reliability> figures) {
    return List.of(
        Cell.text(set.name()),
        Cell.text(name),
        cell(figures, Reliability::brier),
        cell(figures, Reliability::calibrationError),
        cell(figures, Reliability::logLoss));
  }

  private static Cell cell(List<Reliability> figures, ToDoubleFunction<Reliability> figure) {
    return SplitSpread.cell(SplitSpread.of(figures.stream().mapToDouble(figure).boxed().toList()));
  }

  private static Reliability reliability(
      List<LabelledOutcome> held, DoubleUnaryOperator confidence) {
    return Reliability.of(forecasts(held, confidence));
  }

  private static List<StatedConfidence> forecasts(
      List<LabelledOutcome> held, DoubleUnaryOperator confidence) {
    return held.stream()
        .map(each -> new StatedConfidence(confidence.applyAsDouble(each.score()), each.right()))
        .toList();
  }

  /** The confidence as the product states it: each half is forecast by the other. */
  public Chart after(List<RecordedSet> sets) {
    return chart(
        "Reliability: the stated confidence against how it turned out",
        sets.stream().map(set -> series(set, crossFitted(set))).toList());
  }

  /** The mean verdict taken for a probability. */
  public Chart before(List<RecordedSet> sets) {
    return chart(
        "Before calibration: the mean verdict against how it turned out",
        sets.stream()
            .map(
                set ->
                    series(
                        set,
                        forecasts(
                            RecordedSet.outcomes(set.cases(), RawScore.MEAN_VERDICT),
                            score -> score)))
            .toList());
  }

  private static List<StatedConfidence> crossFitted(RecordedSet set) {
    HoldOutSplit<LabelledOutcome> split = HoldOutSplit.of(set.outcomes(), 0);
    return Stream.of(split, split.swapped())
        .flatMap(each -> forecasts(each.held(), Calibrator.KEPT.fit(each.fit())).stream())
        .toList();
  }

  private static Series series(RecordedSet set, List<StatedConfidence> forecasts) {
    return new Series(
        set.name(),
        Kind.POINTS,
        Reliability.of(forecasts).bins().stream().map(CalibrationParts::point).toList());
  }

  private static Point point(Bin bin) {
    Interval right = Interval.wilson(Math.round(bin.shareRight() * bin.count()), bin.count());
    return new Point(bin.meanConfidence(), bin.shareRight(), right.low(), right.high());
  }

  private static Chart chart(String title, List<Series> series) {
    List<Series> all = new ArrayList<>(series);
    all.add(new Series("as stated", Kind.REFERENCE, List.of(Point.of(0, 0), Point.of(1, 1))));
    return new Chart(title, "stated", "share right", false, all);
  }
}

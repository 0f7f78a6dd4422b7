// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.Interval;
import dev.assay.selection.calibration.Calibration;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.calibration.Reliability;
import dev.assay.selection.calibration.StatedConfidence;
import java.util.List;
import java.util.stream.LongStream;

/** What a calibration is worth for answers that were settled with another N and M. */
public final class TransferParts {

  private static final double RATE = 0.05;

  private static final List<String> COLUMNS =
      List.of(
          "learned from",
          "applied to",
          "right, %",
          "mean confidence, %",
          "ECE",
          "answered at 5 %, %",
          "error, mean, %",
          "promise broken, % of draws");

  private final int draws;

  public TransferParts(int draws) {
    this.draws = draws;
  }

  /** Learns from draws of each of the first and applies it to each of the others. */
  public Table table(List<RecordedSet> learned, List<RecordedSet> applied) {
    return new Table(
        "Learned with one N x M and applied to another, mean over " + draws + " draws",
        COLUMNS,
        learned.stream().flatMap(from -> applied.stream().map(to -> row(from, to))).toList());
  }

  private List<Cell> row(RecordedSet from, RecordedSet to) {
    List<LabelledOutcome> population = to.outcomes();
    List<LabelledOutcome> source = from.outcomes();
    List<List<LabelledOutcome>> drawn =
        LongStream.range(0, draws).mapToObj(seed -> Resampling.half(source, seed)).toList();
    List<List<StatedConfidence>> forecasts =
        drawn.stream().map(fit -> forecasts(Calibration.fit(fit), population)).toList();
    List<SelectedRound> rounds =
        drawn.stream().flatMap(fit -> SelectedRound.of(fit, population, RATE).stream()).toList();
    long broken = rounds.stream().filter(round -> round.error() > RATE).count();
    return List.of(
        Cell.text(from.name()),
        Cell.text(to.name()),
        Cell.percent(
            population.stream().mapToInt(each -> each.right() ? 1 : 0).average().orElse(0)),
        Cell.percent(
            forecasts.stream()
                .flatMap(List::stream)
                .mapToDouble(StatedConfidence::confidence)
                .average()
                .orElseThrow()),
        Cell.number(
            forecasts.stream()
                .mapToDouble(each -> Reliability.of(each).calibrationError())
                .average()
                .orElseThrow(),
            3),
        Cell.percent(rounds.stream().mapToDouble(SelectedRound::coverage).sum() / draws),
        rounds.isEmpty()
            ? Cell.none()
            : Cell.percent(
                rounds.stream().mapToDouble(SelectedRound::error).average().orElseThrow(), 2),
        share(Interval.wilson(broken, draws)));
  }

  private static Cell share(Interval interval) {
    return new Cell(interval.estimate(), interval.inPercent());
  }

  private static List<StatedConfidence> forecasts(
      Calibration calibration, List<LabelledOutcome> population) {
    return population.stream()
        .map(each -> new StatedConfidence(calibration.confidence(each.score()), each.right()))
        .toList();
  }
}

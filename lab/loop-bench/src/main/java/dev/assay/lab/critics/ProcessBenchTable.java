// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.PercentInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** F1 by the rule of ProcessBench, which averages over subsets instead of pooling them. */
final class ProcessBenchTable {

  private ProcessBenchTable() {}

  static Table of(ScoredSubsets scored) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Counting counting : scored.countings()) {
      scored.subsets().forEach((subset, each) -> rows.add(subset(subset, each, counting)));
      if (scored.subsets().size() > 1) {
        rows.add(average(scored.ballots(), counting));
      }
    }
    return new Table(
        "By the rule of ProcessBench (arXiv 2412.06559), in percent: the step itself on wrong"
            + " solutions, none on clean ones, and F1 as their harmonic mean",
        List.of("subset", "counted", "F1", "accuracy on wrong", "accuracy on clean"),
        rows);
  }

  private static List<Cell> subset(String name, List<Ballot> ballots, Counting counting) {
    CriticTally tally = counting.tally(ballots);
    boolean wrong = tally.wrong() > 0;
    boolean clean = tally.clean() > 0;
    return List.of(
        Cell.text(name),
        Cell.text(counting.name()),
        cell(wrong && clean, ballots, counting, CriticTally::processBenchF1),
        cell(wrong, ballots, counting, CriticTally::wrongAccuracy),
        cell(clean, ballots, counting, CriticTally::cleanAccuracy));
  }

  /** There is no accuracy on solutions that there are none of. */
  private static Cell cell(
      boolean known,
      List<Ballot> ballots,
      Counting counting,
      ToDoubleFunction<CriticTally> figure) {
    return known ? PercentInterval.cell(counting.interval(ballots, figure)) : Cell.none();
  }

  private static List<Cell> average(List<Ballot> ballots, Counting counting) {
    return List.of(
        Cell.text("average"),
        Cell.text(counting.name()),
        PercentInterval.cell(counting.average(ballots, CriticTally::processBenchF1)),
        PercentInterval.cell(counting.average(ballots, CriticTally::wrongAccuracy)),
        PercentInterval.cell(counting.average(ballots, CriticTally::cleanAccuracy)));
  }
}

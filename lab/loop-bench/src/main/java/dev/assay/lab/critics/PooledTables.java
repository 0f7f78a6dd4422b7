// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.PercentInterval;
import java.util.List;

/** Figures by the rules of papers that pool all solutions. */
final class PooledTables {

  private static final double MATTHEWS_WEIGHT = 0.2;
  private static final double STEP_WEIGHT = 0.3;

  private PooledTables() {}

  static Table opv(ScoredSubsets scored) {
    return new Table(
        "By the rules of OPV (arXiv 2512.10756), accuracy / F1 in percent: the step itself, at most"
            + " one off, any step; F1 is of precision and recall of clean solutions",
        List.of("subset", "counted", "precise", "approximate", "rough"),
        scored.pooledRows(
            (subset, ballots, counting) -> {
              CriticTally tally = counting.tally(ballots);
              return List.of(
                  Cell.text(subset),
                  Cell.text(counting.name()),
                  opv(tally, Criterion.PRECISE),
                  opv(tally, Criterion.APPROXIMATE),
                  opv(tally, Criterion.ROUGH));
            }));
  }

  private static Cell opv(CriticTally tally, Criterion criterion) {
    double f1 = tally.opvF1(criterion);
    return new Cell(
        f1, Cell.percent(tally.accuracy(criterion)).shown() + " / " + Cell.percent(f1).shown());
  }

  /** What is left of the score where nobody judges reasons: they weigh half of it. */
  static Table mrGsm8k(ScoredSubsets scored) {
    return new Table(
        "The parts of MR-Score (arXiv 2312.17080) that need no judge, in percent. The score itself"
            + " has half its weight on reasons, which nobody judges here: it is the last column and"
            + " up to 50 more",
        List.of("subset", "counted", "MCC", "accuracy of steps", "0.2 MCC + 0.3 steps"),
        scored.pooledRows(
            (subset, ballots, counting) -> {
              CriticTally tally = counting.tally(ballots);
              double parts =
                  MATTHEWS_WEIGHT * Math.max(0, tally.matthews())
                      + STEP_WEIGHT * tally.wrongAccuracy();
              return List.of(
                  Cell.text(subset),
                  Cell.text(counting.name()),
                  Cell.percent(tally.matthews()),
                  Cell.percent(tally.wrongAccuracy()),
                  Cell.percent(parts));
            }));
  }

  static Table bigBenchMistake(ScoredSubsets scored) {
    return new Table(
        "By the rule of BIG-Bench-Mistake (arXiv 2311.08516), in percent: the step itself, or"
            + " rightly none",
        List.of("subset", "counted", "accuracy"),
        scored.pooledRows(
            (subset, ballots, counting) ->
                List.of(
                    Cell.text(subset), Cell.text(counting.name()), accuracy(ballots, counting))));
  }

  private static Cell accuracy(List<Ballot> ballots, Counting counting) {
    return PercentInterval.cell(
        counting.interval(ballots, tally -> tally.accuracy(Criterion.PRECISE)));
  }
}

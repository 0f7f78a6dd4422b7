// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.PercentInterval;
import java.util.ArrayList;
import java.util.List;

/** The loop against what must lose to it. */
final class LoopParts {

  private LoopParts() {}

  static Table comparisons(List<PairedComparison> pairs) {
    return new Table(
        "The loop against controls at equal calls: right answers, %",
        List.of(
            "which",
            "ours [95 %]",
            "theirs [95 %]",
            "difference, points [95 %]",
            "only ours",
            "only theirs",
            "McNemar p"),
        pairs.stream().map(LoopParts::row).toList());
  }

  private static List<Cell> row(PairedComparison pair) {
    return List.of(
        Cell.text(pair.name()),
        PercentInterval.cell(pair.ours()),
        PercentInterval.cell(pair.theirs()),
        PercentInterval.cell(pair.difference()),
        Cell.count(pair.test().onlyOurs()),
        Cell.count(pair.test().onlyTheirs()),
        Cell.probability(pair.test().probability()));
  }

  /** What a round of refinement makes of single attempts, from the critic's step or another. */
  static Table refinement(PooledCases cases, int revisions) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int rounds = 0; rounds <= revisions; rounds++) {
      for (RefinementMode route :
          rounds == 0 ? List.of(RefinementMode.GUIDED) : List.of(RefinementMode.values())) {
        Refinement all = Refinement.all(cases, rounds, route);
        Refinement flagged = Refinement.flagged(cases, rounds, route);
        rows.add(
            List.of(
                Cell.count(rounds),
                Cell.text(rounds == 0 ? "none" : name(route)),
                PercentInterval.cell(all.right()),
                Cell.number(all.calls(), 2),
                Cell.count(flagged.attempts()),
                PercentInterval.cell(flagged.right()),
                Cell.number(flagged.calls(), 2)));
      }
    }
    return new Table(
        "Refinement of single attempts: right, %",
        List.of(
            "rounds",
            "goes on from",
            "all attempts [95 %]",
            "calls",
            "flagged drafts",
            "those [95 %]",
            "calls"),
        rows);
  }

  private static String name(RefinementMode route) {
    return switch (route) {
      case GUIDED -> "the critic's step";
      case BLIND -> "a step of chance";
    };
  }
}

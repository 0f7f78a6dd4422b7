// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wrong solutions by what they end in: a judge that only finds out whether the answer is right sees
 * nothing of a wrong step before a right answer.
 */
final class AnswerTable {

  private AnswerTable() {}

  /** Empty where of no wrong solution it is known what it ends in. */
  static Optional<Table> of(ScoredSubsets scored) {
    Counting counting = scored.countings().getLast();
    List<List<Cell>> rows = new ArrayList<>();
    scored
        .subsets()
        .forEach(
            (subset, ballots) -> {
              row(subset, "right", wrong(ballots, true), counting).ifPresent(rows::add);
              row(subset, "wrong", wrong(ballots, false), counting).ifPresent(rows::add);
            });
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "Wrong solutions by their final answer, in percent, " + counting.name(),
                List.of("subset", "answer", "wrong solutions", "step named", "any step named"),
                rows));
  }

  private static List<Ballot> wrong(List<Ballot> ballots, boolean right) {
    return ballots.stream()
        .filter(each -> !each.solution().clean())
        .filter(each -> Boolean.valueOf(right).equals(each.solution().finalAnswerCorrect()))
        .toList();
  }

  private static Optional<List<Cell>> row(
      String subset, String answer, List<Ballot> wrong, Counting counting) {
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    CriticTally tally = counting.tally(wrong);
    return Optional.of(
        List.of(
            Cell.text(subset),
            Cell.text(answer),
            Cell.count(wrong.size()),
            Cell.percent(tally.wrongAccuracy()),
            Cell.percent(tally.accuracy(Criterion.ROUGH))));
  }
}

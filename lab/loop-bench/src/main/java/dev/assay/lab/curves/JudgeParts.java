// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.PercentInterval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How well the critic and the verifier judge. */
final class JudgeParts {

  private JudgeParts() {}

  static Table critic(CriticScore score) {
    return new Table(
        "The critic on the generator's own drafts, %",
        List.of("of", "drafts", "which", "[95 %]"),
        List.of(
            row("wrong drafts", score.wrong(), "flagged (TPR)", score.flagged()),
            row("right drafts", score.right(), "accepted (TNR)", score.accepted()),
            row("wrong drafts", score.wrong(), "flagged at the first wrong line", score.located()),
            row("wrong drafts", score.wrong(), "and the right line suggested", score.mended())));
  }

  private static List<Cell> row(String of, int trials, String which, int hits) {
    return List.of(
        Cell.text(of),
        Cell.count(trials),
        Cell.text(which),
        trials == 0 ? Cell.none() : PercentInterval.cell(Interval.wilson(hits, trials)));
  }

  /**
   * @param likelihood the AUC of likelihoods instead of votes
   */
  static Table verifier(List<VerifierScore> scores, Optional<Interval> likelihood) {
    Stream<List<Cell>> votes =
        scores.stream()
            .map(
                each ->
                    List.of(
                        Cell.count(each.votes()),
                        PercentInterval.cell(each.accuracy()),
                        PercentInterval.cell(each.auc())));
    Stream<List<Cell>> pass =
        likelihood.stream()
            .map(auc -> List.of(Cell.text("likelihood"), Cell.none(), PercentInterval.cell(auc)));
    return new Table(
        "The verifier by votes on an outcome, %",
        List.of("votes", "accuracy [95 %]", "AUC [95 %]"), Stream.concat(votes, pass).toList());
  }

  static Chart verifierChart(List<VerifierScore> scores) {
    return new Chart(
        "The verifier by votes",
        "votes on an outcome",
        "%",
        true,
        List.of(
            new Series(
                "accuracy",
                Kind.LINE,
                scores.stream()
                    .map(each -> PercentInterval.point(each.votes(), each.accuracy()))
                    .toList()),
            new Series(
                "AUC",
                Kind.LINE,
                scores.stream()
                    .map(each -> PercentInterval.point(each.votes(), each.auc()))
                    .toList())));
  }
}

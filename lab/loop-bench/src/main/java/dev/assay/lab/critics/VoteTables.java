// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.critics.judging.Judgement;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.confidence.Ranking;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What the votes are like, apart from how they are counted. */
final class VoteTables {

  private VoteTables() {}

  /** What there was to be judged, and of how much of it nothing could be read. */
  static Table judgements(ScoredSubsets scored) {
    return new Table(
        "Solutions and judgements; shares in percent",
        List.of(
            "subset", "solutions", "wrong", "judgements", "unreadable", "known without a model"),
        perSubset(scored, VoteTables::judgements));
  }

  private static List<Cell> judgements(String subset, List<Ballot> ballots) {
    List<Judgement> votes = ballots.stream().flatMap(each -> each.votes().stream()).toList();
    int missing = ballots.stream().mapToInt(Ballot::missing).sum();
    double all = votes.size() + missing;
    long unreadable = missing + votes.stream().filter(each -> !each.readable()).count();
    long unasked = votes.stream().filter(each -> each.usage().calls() == 0).count();
    return List.of(
        Cell.text(subset),
        Cell.count(ballots.size()),
        Cell.count(ballots.stream().filter(each -> !each.solution().clean()).count()),
        Cell.count(votes.size() + missing),
        Cell.percent(unreadable / all),
        Cell.percent(unasked / all));
  }

  /** The share of passes is what selection goes by: a maj@k that is good for steps may not be. */
  static Table passShares(ScoredSubsets scored) {
    return new Table(
        "The share of passes among readable judgements of a solution: its mean in percent, and the"
            + " probability that a clean solution has a higher one than a wrong one (AUC, .5 is"
            + " chance, ties count half)",
        List.of("subset", "of clean solutions", "of wrong solutions", "AUC"),
        perSubset(scored, VoteTables::passShares));
  }

  private static List<Cell> passShares(String subset, List<Ballot> ballots) {
    List<LabelledOutcome> outcomes =
        ballots.stream()
            .flatMap(
                each ->
                    each.passShare().isPresent()
                        ? Stream.of(
                            new LabelledOutcome(
                                each.passShare().getAsDouble(), each.solution().clean()))
                        : Stream.empty())
            .toList();
    OptionalDouble clean = mean(outcomes, true);
    OptionalDouble wrong = mean(outcomes, false);
    return List.of(
        Cell.text(subset),
        clean.isPresent() ? Cell.percent(clean.getAsDouble()) : Cell.none(),
        wrong.isPresent() ? Cell.percent(wrong.getAsDouble()) : Cell.none(),
        clean.isPresent() && wrong.isPresent()
            ? Cell.number(Ranking.auc(outcomes), 3)
            : Cell.none());
  }

  private static OptionalDouble mean(List<LabelledOutcome> outcomes, boolean clean) {
    return outcomes.stream()
        .filter(each -> each.right() == clean)
        .mapToDouble(LabelledOutcome::score)
        .average();
  }

  private static List<List<Cell>> perSubset(
      ScoredSubsets scored, BiFunction<String, List<Ballot>, List<Cell>> row) {
    return scored.subsets().entrySet().stream()
        .map(each -> row.apply(each.getKey(), each.getValue()))
        .toList();
  }
}

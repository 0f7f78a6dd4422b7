// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.zeroeval.ZeroEvalProblem.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a vote over all models is worth.
 *
 * @param isPublished whether figures to compare with were published for this set
 */
record ZeroEvalPlurality(
    String name, boolean isPublished, List<ZeroEvalProblem> problems, AnswerEquality equality) {

  List<ReportPart> parts() {
    List<ZeroEvalVote> byText = problems.stream().map(ZeroEvalVote::byText).toList();
    List<ZeroEvalVote> byValue =
        problems.stream().map(problem -> ZeroEvalVote.byValue(problem, equality)).toList();
    Table table =
        new Table(
            name + ": one answer for each problem out of all models, in percent",
            List.of("way of choosing", "accuracy", "published"),
            rows(byText, byValue));
    return isPublished ? List.of(explanation(), table) : List.of(table);
  }

  private static Paragraph explanation() {
    return new Paragraph(
        """
        The published plurality groups the recorded answers as text, leaves out samples without \
        an answer, gives a tie to the answer that came first in the order of the models, and is \
        right where the winning text is the reference to the letter. Ties make the difference \
        between its variants: a tie goes to the first, is shared, or counts as wrong. Two rows \
        know how good the models are, from the other half of the problems (even against odd): \
        votes weighted by how much more often a model is right than it gives any one wrong \
        answer, and the answer of the best model alone. On MATH one model is far \
        better than the rest, and a vote drowns it, even a weighted one.""");
  }

  private List<List<Cell>> rows(List<ZeroEvalVote> byText, List<ZeroEvalVote> byValue) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        row(
            "plurality of texts, first of a tie",
            mean(byText, ZeroEvalVote::firstOfLargest),
            "71.2"));
    rows.add(row("plurality of texts, tie shared", mean(byText, ZeroEvalVote::shared), ""));
    rows.add(row("plurality of texts, tie wrong", mean(byText, ZeroEvalVote::strict), ""));
    rows.add(
        row("plurality by value, first of a tie", mean(byValue, ZeroEvalVote::firstOfLargest), ""));
    rows.add(row("plurality by value, tie shared", mean(byValue, ZeroEvalVote::shared), ""));
    rows.add(row("plurality by value, tie wrong", mean(byValue, ZeroEvalVote::strict), ""));
    rows.add(row("by value, weighted by odds from the other half", crossed(byValue, false), ""));
    rows.add(row("the model that is best on the other half", crossed(byValue, true), ""));
    rows.add(row("best single model, recorded flags", bestSingle(Sample::flag), "89.3"));
    rows.add(row("best single model, ours", bestSingle(Sample::isRight), ""));
    rows.add(row("any model right, recorded flags", any(Sample::flag), "97.5"));
    rows.add(row("any model right, ours", mean(byValue, ZeroEvalVote::any), ""));
    return rows;
  }

  private List<Cell> row(String rule, double accuracy, String published) {
    return List.of(
        Cell.text(rule),
        Cell.percent(accuracy, 2),
        isPublished ? Cell.printed(published) : Cell.none());
  }

  private static double mean(List<ZeroEvalVote> votes, ToDoubleFunction<ZeroEvalVote> score) {
    return votes.stream().mapToDouble(score).average().orElse(0);
  }

  private double any(Predicate<Sample> right) {
    return problems.stream()
        .mapToDouble(problem -> problem.samples().stream().anyMatch(right) ? 1 : 0)
        .average()
        .orElse(0);
  }

  private double bestSingle(Predicate<Sample> right) {
    return problems.stream()
        .flatMap(problem -> problem.samples().stream())
        .collect(
            Collectors.groupingBy(
                Sample::model, Collectors.averagingDouble(s -> right.test(s) ? 1 : 0)))
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  /** What is known about the models comes from the half that a problem is not in. */
  private double crossed(List<ZeroEvalVote> votes, boolean bestOnly) {
    double sum = 0;
    for (int half = 0; half < 2; half++) {
      Map<String, Double> accuracies = ZeroEvalVote.accuracies(half(problems, half));
      ToDoubleFunction<Sample> weight =
          bestOnly
              ? best(accuracies)
              : ZeroEvalVote.odds(
                  accuracies, mean(half(votes, half), vote -> vote.groups().size()));
      sum += half(votes, 1 - half).stream().mapToDouble(vote -> vote.weighted(weight)).sum();
    }
    return sum / votes.size();
  }

  private static ToDoubleFunction<Sample> best(Map<String, Double> accuracies) {
    double best = accuracies.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return sample -> accuracies.getOrDefault(sample.model(), 0.0) == best ? 1 : 0;
  }

  private static <T> List<T> half(List<T> all, int half) {
    return IntStream.range(0, all.size()).filter(i -> i % 2 == half).mapToObj(all::get).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.lab.studies.zeroeval.ZeroEvalProblem.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Votes over the models' answers to one problem.
 *
 * @param groups the samples that answer alike, in the order of the models
 * @param right whether a group is right
 */
record ZeroEvalVote(List<List<Sample>> groups, Predicate<List<Sample>> right) {

  /** Answers that are the same text, right if the text is the reference: the published grouping. */
  static ZeroEvalVote byText(ZeroEvalProblem problem) {
    Map<String, List<Sample>> groups = new LinkedHashMap<>();
    for (Sample sample : problem.samples()) {
      if (sample.recorded() != null) {
        groups.computeIfAbsent(sample.recorded(), _ -> new ArrayList<>()).add(sample);
      }
    }
    return new ZeroEvalVote(
        List.copyOf(groups.values()), group -> problem.gold().equals(group.getFirst().recorded()));
  }

  /** Answers that a solution states, grouped by value. */
  static ZeroEvalVote byValue(ZeroEvalProblem problem, AnswerEquality equality) {
    List<Sample> stated = problem.samples().stream().filter(Sample::isStated).toList();
    return new ZeroEvalVote(
        AnswerGroups.of(stated, Sample::text, equality),
        group -> group.stream().anyMatch(Sample::isRight));
  }

  /** Whether the first of the largest groups is right. */
  double firstOfLargest() {
    List<List<Sample>> largest = heaviest(_ -> 1);
    return largest.isEmpty() ? 0 : score(largest.getFirst());
  }

  /** The share of right ones among the largest groups. */
  double shared() {
    return weighted(_ -> 1);
  }

  /** Whether there is one largest group, and it is right. */
  double strict() {
    List<List<Sample>> largest = heaviest(_ -> 1);
    return largest.size() == 1 ? score(largest.getFirst()) : 0;
  }

  /** The share of right ones among the groups whose members weigh most together. */
  double weighted(ToDoubleFunction<Sample> weight) {
    return heaviest(weight).stream().mapToDouble(this::score).average().orElse(0);
  }

  double any() {
    return groups.stream().anyMatch(right) ? 1 : 0;
  }

  private double score(List<Sample> group) {
    return right.test(group) ? 1 : 0;
  }

  private List<List<Sample>> heaviest(ToDoubleFunction<Sample> weight) {
    TreeMap<Double, List<List<Sample>>> byWeight =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> group.stream().mapToDouble(weight).sum(),
                    TreeMap::new,
                    Collectors.toList()));
    return byWeight.isEmpty() ? List.of() : byWeight.lastEntry().getValue();
  }

  /** The accuracy of each model on some problems, with one right and one wrong answer added. */
  static Map<String, Double> accuracies(List<ZeroEvalProblem> problems) {
    return problems.stream()
        .flatMap(problem -> problem.samples().stream())
        .collect(Collectors.groupingBy(Sample::model))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> smoothed(entry.getValue())));
  }

  private static double smoothed(List<Sample> samples) {
    return (samples.stream().filter(Sample::isRight).count() + 1.0) / (samples.size() + 2.0);
  }

  /**
   * How much a vote of a model says: the logarithm of the odds that it is right rather than one of
   * so many wrong answers, all as likely (Nitzan and Paroush 1982, for more than two answers).
   */
  static ToDoubleFunction<Sample> odds(Map<String, Double> accuracies, double wrongAnswers) {
    return sample -> {
      double accuracy = accuracies.getOrDefault(sample.model(), 1 / 2.0);
      return Math.log(accuracy * wrongAnswers / (1 - accuracy));
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.studies.confidence.Ranking;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How well so many votes tell right outcomes from wrong ones, drafts and refined ones together
 * (after figure 3 of Heimdall, arXiv 2504.10337).
 *
 * @param votes verdicts on each outcome; their mean is the score
 * @param accuracy the share of outcomes on whose side the majority of votes is; a tie counts half
 * @param auc the probability that a right outcome scores above a wrong one
 */
record VerifierScore(int votes, Interval accuracy, Interval auc) {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 23);
  private static final double EVEN = 0.5;

  static VerifierScore of(PooledCases cases, int votes) {
    List<List<LabelledOutcome>> outcomes = outcomes(cases, each -> mean(each, votes));
    return new VerifierScore(
        votes, resampled(outcomes, VerifierScore::accuracy), resampled(outcomes, Ranking::auc));
  }

  /** The AUC of the least likely token instead of votes; empty where none was read. */
  static Optional<Interval> likelihood(PooledCases cases) {
    List<List<LabelledOutcome>> outcomes = outcomes(cases, VerifierScore::likelihood);
    return outcomes.stream().allMatch(List::isEmpty)
        ? Optional.empty()
        : Optional.of(resampled(outcomes, Ranking::auc));
  }

  /** By problem, as the outcomes of one problem are hard or easy together. */
  private static Interval resampled(
      List<List<LabelledOutcome>> outcomes, ToDoubleFunction<List<LabelledOutcome>> figure) {
    return BOOTSTRAP.of(
        outcomes.size(),
        rows ->
            figure.applyAsDouble(
                Arrays.stream(rows).boxed().flatMap(i -> outcomes.get(i).stream()).toList()));
  }

  /** Outcomes without a score are left out: there is nothing to be right about. */
  private static List<List<LabelledOutcome>> outcomes(
      PooledCases cases, Function<Candidate, OptionalDouble> score) {
    return cases.all().stream().map(each -> outcomes(each, score)).toList();
  }

  private static List<LabelledOutcome> outcomes(
      PooledCase problem, Function<Candidate, OptionalDouble> score) {
    return problem.lines().stream()
        .flatMap(line -> line.guided().stream())
        .filter(Candidate::answers)
        .flatMap(
            each ->
                score.apply(each).stream()
                    .mapToObj(of -> new LabelledOutcome(of, each.group() == problem.right())))
        .toList();
  }

  private static OptionalDouble mean(Candidate outcome, int votes) {
    return Arrays.stream(outcome.verdicts(), 0, votes)
        .filter(verdict -> !Double.isNaN(verdict))
        .average();
  }

  private static OptionalDouble likelihood(Candidate outcome) {
    return Double.isNaN(outcome.likelihood())
        ? OptionalDouble.empty()
        : OptionalDouble.of(outcome.likelihood());
  }

  private static double accuracy(List<LabelledOutcome> outcomes) {
    return outcomes.stream()
        .mapToDouble(each -> each.score() == EVEN ? EVEN : hit(each))
        .average()
        .orElse(0);
  }

  private static double hit(LabelledOutcome outcome) {
    return outcome.score() > EVEN == outcome.right() ? 1 : 0;
  }
}

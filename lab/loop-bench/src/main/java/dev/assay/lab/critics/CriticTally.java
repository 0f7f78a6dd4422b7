// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.critics.labelled.LabelledSolution;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What judgements of labelled solutions come to, by each of the published rules. Counts are parts
 * of one where several steps share a vote. What could not be read found nothing and passed nothing:
 * it is wrong.
 *
 * @param wrong solutions with a wrong step
 * @param exact of these, those whose step was named
 * @param near of these, those of which it or a neighbour was named
 * @param flagged of these, those of which any step was named
 * @param clean solutions without a wrong step
 * @param passed of these, those of which none was named
 */
record CriticTally(
    double wrong, double exact, double near, double flagged, double clean, double passed) {

  static final CriticTally NONE = new CriticTally(0, 0, 0, 0, 0, 0);

  /**
   * @param named the share of each step that was named, one in all
   */
  static CriticTally of(int label, Map<Integer, Double> named) {
    if (label == LabelledSolution.CLEAN) {
      return new CriticTally(0, 0, 0, 0, 1, named.getOrDefault(LabelledSolution.CLEAN, 0.0));
    }
    return new CriticTally(
        1,
        matched(Criterion.PRECISE, label, named),
        matched(Criterion.APPROXIMATE, label, named),
        matched(Criterion.ROUGH, label, named),
        0,
        0);
  }

  /**
   * @param named what counts of a ballot
   */
  static CriticTally of(Stream<Ballot> ballots, Function<Ballot, Map<Integer, Double>> named) {
    return ballots
        .map(each -> of(each.solution().label(), named.apply(each)))
        .reduce(NONE, CriticTally::plus);
  }

  private static double matched(Criterion criterion, int label, Map<Integer, Double> named) {
    return named.entrySet().stream()
        .filter(each -> criterion.matches(label, each.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  CriticTally plus(CriticTally other) {
    return new CriticTally(
        wrong + other.wrong,
        exact + other.exact,
        near + other.near,
        flagged + other.flagged,
        clean + other.clean,
        passed + other.passed);
  }

  /** Of the wrong solutions, those whose step was named: also MR-GSM8K's accuracy of steps. */
  double wrongAccuracy() {
    return share(exact, wrong);
  }

  double cleanAccuracy() {
    return share(passed, clean);
  }

  /** The harmonic mean of both accuracies (ProcessBench, arXiv 2412.06559, section 4.1). */
  double processBenchF1() {
    return harmonicMean(wrongAccuracy(), cleanAccuracy());
  }

  /**
   * The share of all solutions that were judged rightly; by the step itself BIG-Bench-Mistake's.
   */
  double accuracy(Criterion criterion) {
    return share(found(criterion) + passed, wrong + clean);
  }

  /**
   * The harmonic mean of precision and recall, where a solution without a wrong step is what is
   * looked for: a wrong one that was not found is a false positive (OPV, arXiv 2512.10756).
   */
  double opvF1(Criterion criterion) {
    return harmonicMean(precision(criterion), cleanAccuracy());
  }

  /** Of the solutions that count as passed, those that are right. */
  double precision(Criterion criterion) {
    return share(passed, passed + wrong - found(criterion));
  }

  /** The correlation of what was judged right with what is (MR-GSM8K, arXiv 2312.17080). */
  double matthews() {
    double missed = wrong - flagged;
    double alarms = clean - passed;
    double norm =
        Math.sqrt((passed + missed) * (passed + alarms) * (flagged + missed) * (flagged + alarms));
    return norm == 0 ? 0 : (passed * flagged - missed * alarms) / norm;
  }

  private double found(Criterion criterion) {
    return switch (criterion) {
      case PRECISE -> exact;
      case APPROXIMATE -> near;
      case ROUGH -> flagged;
    };
  }

  private static double harmonicMean(double one, double other) {
    return one + other == 0 ? 0 : 2 * one * other / (one + other);
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}

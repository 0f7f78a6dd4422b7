// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.confidence;

import dev.assay.bench.stats.Interval;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.risk.RiskControl;
import dev.assay.selection.risk.RiskThreshold;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An error rate asked for on a set, many times over.
 *
 * @param answered the share of held-out problems answered, on average over all splits
 * @param unattainable the share of splits in which no threshold was found
 * @param rounds those with a threshold that some held-out answers reach
 * @param above the share of splits whose held-out answers are wrong more often than allowed; half a
 *     set wobbles, so this may pass the promised share
 * @param broken the share of draws in which the promise was broken: outcomes are drawn with
 *     replacement, so that the whole set is a population whose error rate is known
 */
record RiskTrial(
    String set,
    double rate,
    double answered,
    double unattainable,
    List<Round> rounds,
    double above,
    Interval broken) {

  private static final double WORST = 0.95;

  /** Answers from a threshold up. */
  record Round(double coverage, double error) {}

  static RiskTrial of(RecordedSet set, double rate, int times) {
    List<LabelledOutcome> outcomes = set.outcomes();
    List<List<Round>> rounds =
        Halves.each(times, outcomes, halves -> rounds(halves.fit(), halves.held(), rate));
    List<Round> attained = rounds.stream().flatMap(List::stream).toList();
    return new RiskTrial(
        set.name(),
        rate,
        rounds.stream().flatMap(List::stream).mapToDouble(Round::coverage).sum() / times,
        1 - (double) attained.size() / times,
        attained,
        (double) attained.stream().filter(round -> round.error() > rate).count() / times,
        broken(outcomes, rate, times));
  }

  boolean attained() {
    return !rounds.isEmpty();
  }

  /** Of the answers given, where there is a threshold. */
  Interval error() {
    return Spread.of(rounds.stream().map(Round::error).toList());
  }

  double worst() {
    return Spread.quantile(rounds.stream().mapToDouble(Round::error).sorted().toArray(), WORST);
  }

  /** The share answered where there is a threshold. */
  double coverage() {
    return rounds.stream().mapToDouble(Round::coverage).average().orElseThrow();
  }

  /** One round, or none if there is no threshold or nothing reaches it. */
  private static List<Round> rounds(
      List<LabelledOutcome> fit, List<LabelledOutcome> held, double rate) {
    RiskThreshold threshold = RiskControl.threshold(fit, rate, RiskControl.DELTA);
    List<LabelledOutcome> given =
        held.stream().filter(each -> threshold.admits(each.score())).toList();
    long errors = given.stream().filter(each -> !each.right()).count();
    return given.isEmpty()
        ? List.of()
        : List.of(new Round((double) given.size() / held.size(), (double) errors / given.size()));
  }

  private static Interval broken(List<LabelledOutcome> outcomes, double rate, int times) {
    long broken =
        IntStream.range(0, times)
            .filter(
                seed ->
                    rounds(drawn(outcomes, seed), outcomes, rate).stream()
                        .anyMatch(round -> round.error() > rate))
            .count();
    return Interval.wilson(broken, times);
  }

  private static List<LabelledOutcome> drawn(List<LabelledOutcome> outcomes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> outcomes.get(random.nextInt(outcomes.size())))
        .limit(outcomes.size() / 2)
        .toList();
  }
}

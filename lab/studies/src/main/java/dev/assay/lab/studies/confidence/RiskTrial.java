// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.Percentiles;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * An error rate asked for on a set, many times over.
 *
 * @param answered the share of held-out problems answered, on average over all splits
 * @param unattainable the share of splits in which no threshold was found
 * @param rounds those with a threshold that some held-out answers reach
 * @param above the share of splits whose held-out answers are wrong more often than allowed; half a
 *     set wobbles, so this may pass the promised share
 * @param broken the share of draws with replacement in which the error rate of the whole set, which
 *     is then the population, is above the allowed one
 */
record RiskTrial(
    String set,
    double rate,
    double answered,
    double unattainable,
    List<SelectedRound> rounds,
    double above,
    Interval broken) {

  private static final double WORST = 0.95;

  static RiskTrial of(RecordedSet set, double rate, int times) {
    List<LabelledOutcome> outcomes = set.outcomes();
    List<SelectedRound> rounds =
        HoldOutSplit.each(
                times, outcomes, split -> SelectedRound.of(split.fit(), split.held(), rate))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    long broken =
        LongStream.range(0, times)
            .mapToObj(seed -> SelectedRound.of(Resampling.half(outcomes, seed), outcomes, rate))
            .filter(round -> round.isPresent() && round.get().error() > rate)
            .count();
    return new RiskTrial(
        set.name(),
        rate,
        rounds.stream().mapToDouble(SelectedRound::coverage).sum() / times,
        1 - (double) rounds.size() / times,
        rounds,
        (double) rounds.stream().filter(round -> round.error() > rate).count() / times,
        Interval.wilson(broken, times));
  }

  boolean attained() {
    return !rounds.isEmpty();
  }

  /** Of the answers given, where there is a threshold. */
  Interval error() {
    return SplitSpread.of(rounds.stream().map(SelectedRound::error).toList());
  }

  double worst() {
    return Percentiles.of(rounds.stream().mapToDouble(SelectedRound::error).toArray(), WORST);
  }

  /** The share answered where there is a threshold. */
  double coverage() {
    return rounds.stream().mapToDouble(SelectedRound::coverage).average().orElseThrow();
  }
}

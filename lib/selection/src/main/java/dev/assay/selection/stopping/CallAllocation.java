// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.stopping.Plan.Ask;
import dev.assay.selection.stopping.Plan.Verify;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns a forecast into calls: either more attempts or more verdicts, whichever changes the
 * decision with the higher probability per call; and verdicts on the groups where one more of them
 * narrows the doubt most.
 */
final class CallAllocation {

  /** What no simulation showed can happen all the same. */
  private static final double LEAST_DOUBT = 1e-6;

  private final WorkState progress;
  private final SelectionCriterion criterion;
  private final BudgetForecast forecast;
  private final int winner;
  private final int[] asked;
  private final double[] doubt;

  CallAllocation(
      WorkState progress, SelectionCriterion criterion, BudgetForecast forecast, int winner) {
    this.progress = progress;
    this.criterion = criterion;
    this.forecast = forecast;
    this.winner = winner;
    this.asked = progress.solutions().stream().mapToInt(VerificationState::asked).toArray();
    this.doubt = doubt();
  }

  /** The next calls, at most {@code free}; none where those under way are all there are. */
  Ask ask(int free) {
    int attempts = criterion.attempts() - progress.attemptsAsked();
    List<Verify> verdicts = new ArrayList<>();
    if (!prefersAttempts(attempts)) {
      verdicts.addAll(verdicts(free));
    }
    // No more at a time than were begun so far, so that a clear case stays cheap.
    int most = Math.min(attempts, Math.max(1, progress.attemptsAsked()));
    return new Ask(verdicts.isEmpty() ? Math.min(most, free) : 0, verdicts);
  }

  private boolean prefersAttempts(int attempts) {
    double verdicts =
        IntStream.range(0, asked.length)
            .filter(i -> doubt[group(i)] > LEAST_DOUBT)
            .map(this::open)
            .sum();
    // What the forecast brings in with an attempt: all its verdicts.
    double perAttempt =
        progress.attemptCalls() + (criterion.weighsVerdicts() ? criterion.verifications() : 0);
    return attempts > 0
        && forecast.byAttempts() / (attempts * perAttempt)
            > (verdicts == 0 ? 0 : forecast.byVerdicts() / verdicts);
  }

  /** Verdicts that could still be asked for. */
  private int open(int solution) {
    return Math.max(0, criterion.verifications() - asked[solution]);
  }

  private List<Verify> verdicts(int free) {
    int[] times = new int[asked.length];
    for (int i = 0; i < free; i++) {
      int next = next();
      if (next < 0) {
        break;
      }
      asked[next]++;
      times[next]++;
    }
    return IntStream.range(0, times.length)
        .filter(i -> times[i] > 0)
        .mapToObj(i -> new Verify(i, times[i]))
        .toList();
  }

  /**
   * The solution to verify next, or -1: of the group where a verdict narrows the doubt most, the
   * one with the fewest verdicts asked for, the earliest of equals.
   */
  private int next() {
    double[] gains = gains();
    return IntStream.range(0, asked.length)
        .filter(i -> open(i) > 0)
        .boxed()
        .reduce((best, next) -> better(next, best, gains) ? next : best)
        .orElse(-1);
  }

  private boolean better(int candidate, int best, double[] gains) {
    int byGain = Double.compare(gains[group(candidate)], gains[group(best)]);
    return byGain > 0 || (byGain == 0 && asked[candidate] < asked[best]);
  }

  /** A mean of n verdicts has a variance of about 1/n; one more lowers it by about 1/n². */
  private double[] gains() {
    double[] verdicts = new double[doubt.length];
    IntStream.range(0, asked.length).forEach(i -> verdicts[group(i)] += asked[i]);
    return IntStream.range(0, doubt.length)
        .mapToDouble(group -> doubt[group] / Math.pow(verdicts[group] + 1, 2))
        .toArray();
  }

  /**
   * How much hangs on each group: on a rival, how likely it wins; on the winner, all the change.
   */
  private double[] doubt() {
    double[] doubt = forecast.wins();
    doubt[winner] = forecast.doubt();
    return Arrays.stream(doubt).map(each -> Math.max(each, LEAST_DOUBT)).toArray();
  }

  private int group(int solution) {
    return progress.solutions().get(solution).group();
  }
}

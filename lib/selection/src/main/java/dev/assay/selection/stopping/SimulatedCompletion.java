// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import java.util.HashMap;
import java.util.Map;

/**
 * One draw of how the work could end, from a simple model:
 *
 * <ul>
 *   <li>the verdicts on a group pass with one unknown rate, uniform before the first verdict (so
 *       Beta after it);
 *   <li>the next answer is that of a group with a probability in proportion to its size, and a new
 *       one with the weight of one solution (a Pólya urn; Hoppe 1984);
 *   <li>an attempt ends without an answer, a verdict is unreadable, and the critic accepts, as
 *       often as they did so far; a solution is as long as the others of its group.
 * </ul>
 */
final class SimulatedCompletion {

  private final WorkState progress;
  private final SelectionCriterion criterion;
  private final Belief belief;
  private final RandomVariates draws;
  private final GroupAccumulator accumulator = new GroupAccumulator();

  /** Of each group that has needed one. */
  private final Map<Integer, Double> rates = new HashMap<>();

  SimulatedCompletion(
      WorkState progress, SelectionCriterion criterion, Belief belief, RandomVariates draws) {
    this.progress = progress;
    this.criterion = criterion;
    this.belief = belief;
    this.draws = draws;
  }

  /** Brings in all verdicts on the solutions that are there. */
  GroupAccumulator verified() {
    for (VerificationState each : progress.solutions()) {
      accumulator.add(judged(each));
    }
    return accumulator;
  }

  /** Brings in the attempts that are left, after {@link #verified}, with all their verdicts. */
  GroupAccumulator complete() {
    int ended = progress.attemptsEnded();
    double answering = (accumulator.solutions() + 1.0) / (ended + 1.0);
    for (int i = ended; i < criterion.attempts(); i++) {
      if (draws.hit(answering)) {
        accumulator.add(judged(fresh()));
      }
    }
    return accumulator;
  }

  private VerificationState judged(VerificationState each) {
    int all = Math.max(criterion.verifications(), each.asked());
    int more = all - each.returned();
    if (more == 0) {
      return each;
    }
    int read = readable(more);
    double passed = passes(read, rate(each.group()));
    return new VerificationState(
        each.group(),
        all,
        all,
        each.readable() + read,
        Math.min(each.passes() + passed, each.readable() + read),
        each.accepted(),
        each.tokens());
  }

  private double rate(int group) {
    return rates.computeIfAbsent(group, g -> belief.rate(g, draws));
  }

  private VerificationState fresh() {
    int group = urn();
    boolean known = group < accumulator.groups();
    int size = known ? accumulator.size(group) : belief.average().size();
    int accepted = known ? accumulator.accepted(group) : belief.average().accepted();
    double tokens = known ? accumulator.meanTokens(group) : belief.average().meanTokens();
    boolean sound = draws.hit((accepted + 1.0) / (size + 2.0));
    return new VerificationState(group, 0, 0, 0, 0, sound, (int) tokens);
  }

  /** The group of the next answer; one beyond the last is a new one. */
  private int urn() {
    double ball = draws.uniform() * (accumulator.solutions() + 1);
    for (int group = 0; group < accumulator.groups(); group++) {
      ball -= accumulator.size(group);
      if (ball < 0) {
        return group;
      }
    }
    return accumulator.groups();
  }

  private int readable(int returned) {
    double share = belief.readableShare();
    return share >= 1 ? returned : (int) draws.binomial(returned, share);
  }

  private double passes(int verdicts, double rate) {
    int trials = (int) Math.round(verdicts * belief.weight());
    return trials == 0 ? 0 : verdicts * draws.binomial(trials, rate) / trials;
  }
}

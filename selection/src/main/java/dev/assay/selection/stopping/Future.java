// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.scoring.GroupSums;
import java.util.ArrayList;
import java.util.List;

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
final class Future {

  private final Progress progress;
  private final Contest contest;
  private final double weight;
  private final Draws draws;
  private final List<Double> rates = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final double readableShare;
  private final GroupSums all;

  Future(Progress progress, Ledger now, Contest contest, double weight, Draws draws) {
    this.progress = progress;
    this.contest = contest;
    this.weight = weight;
    this.draws = draws;
    for (int i = 0; i < now.groups(); i++) {
      double passes = now.sums(i).passes();
      double fails = now.sums(i).readable() - passes;
      rates.add(draws.beta(1 + weight * passes, 1 + weight * fails));
    }
    int returned = progress.solutions().stream().mapToInt(Judged::returned).sum();
    int readable = progress.solutions().stream().mapToInt(Judged::readable).sum();
    this.readableShare = (readable + 1.0) / (returned + 1.0);
    this.all = all(progress);
  }

  /** What a solution of a new group is like: the average one. */
  private static GroupSums all(Progress progress) {
    List<Judged> solutions = progress.solutions();
    int accepted = (int) solutions.stream().filter(Judged::accepted).count();
    long tokens = solutions.stream().mapToLong(Judged::tokens).sum();
    return new GroupSums(solutions.size(), accepted, 0, 0, 0, 0, tokens, 0);
  }

  /** Brings in all verdicts on the solutions that are there. */
  Ledger verified() {
    for (Judged each : progress.solutions()) {
      ledger.add(judged(each));
    }
    return ledger;
  }

  /** Brings in the attempts that are left, after {@link #verified}, with all their verdicts. */
  Ledger complete() {
    int ended = progress.attemptsEnded();
    double answering = (ledger.solutions() + 1.0) / (ended + 1.0);
    for (int i = ended; i < contest.attempts(); i++) {
      if (draws.hit(answering)) {
        ledger.add(judged(fresh()));
      }
    }
    return ledger;
  }

  private Judged judged(Judged each) {
    int all = Math.max(contest.verifications(), each.asked());
    int read = readable(all - each.returned());
    double passed = passes(read, rates.get(each.group()));
    return new Judged(
        each.group(),
        all,
        all,
        each.readable() + read,
        Math.min(each.passes() + passed, each.readable() + read),
        each.accepted(),
        each.tokens());
  }

  private Judged fresh() {
    int group = urn();
    boolean known = group < ledger.groups();
    if (!known) {
      rates.add(draws.uniform());
    }
    GroupSums like = known ? ledger.sums(group) : all;
    boolean sound = draws.hit((like.accepted() + 1.0) / (like.size() + 2.0));
    return new Judged(group, 0, 0, 0, 0, sound, (int) like.meanTokens());
  }

  /** The group of the next answer; one beyond the last is a new one. */
  private int urn() {
    double ball = draws.uniform() * (ledger.solutions() + 1);
    for (int group = 0; group < ledger.groups(); group++) {
      ball -= ledger.size(group);
      if (ball < 0) {
        return group;
      }
    }
    return ledger.groups();
  }

  private int readable(int returned) {
    return readableShare >= 1 ? returned : (int) draws.binomial(returned, readableShare);
  }

  private double passes(int verdicts, double rate) {
    int trials = (int) Math.round(verdicts * weight);
    return trials == 0 ? 0 : verdicts * draws.binomial(trials, rate) / trials;
  }
}

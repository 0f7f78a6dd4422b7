// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.stopping.SelectionCriterion.Outcome;
import java.util.random.RandomGenerator;

/**
 * What the rest of the budget would do, as far as the model of {@link SimulatedCompletion} can
 * tell.
 *
 * <p>A glance of a few draws tells where to spend. Whether to stop takes more of them: a stop that
 * one lucky glance among many could bring about would be no estimate. The draws end early once too
 * many changed the decision.
 */
final class BudgetForecast {

  /** Draws that tell where to spend, whatever the tolerance. */
  private static final int GLANCE = 50;

  private final WorkState progress;
  private final Outcome now;
  private final SelectionCriterion criterion;
  private final StoppingSettings settings;
  private final Belief belief;
  private final RandomVariates draws;
  private final boolean attemptsLeft;
  private final double[] wins;
  private int drawn;
  private int changed;
  private int turned;
  private int overturned;
  private double doubt;

  BudgetForecast(
      WorkState progress,
      Outcome now,
      SelectionCriterion criterion,
      StoppingSettings settings,
      RandomGenerator random) {
    this.progress = progress;
    this.now = now;
    this.criterion = criterion;
    this.settings = settings;
    GroupAccumulator accumulator = GroupAccumulator.of(progress);
    this.belief = Belief.of(progress, accumulator, settings.verdictWeight());
    this.draws = new RandomVariates(random);
    this.attemptsLeft = progress.attemptsEnded() < criterion.attempts();
    this.wins = new double[accumulator.groups()];
    glance();
    int bearable = (int) (settings.epsilon() * settings.simulations());
    while (drawn < settings.simulations() && changed <= bearable) {
      draw();
    }
  }

  /** The chance that all remaining calls lead to another decision than stopping now. */
  double chance() {
    return (double) changed / drawn;
  }

  /** The same from the glance alone. */
  double doubt() {
    return doubt;
  }

  /** The chance that the verdicts on the solutions that are there suffice for a change. */
  double byVerdicts() {
    return (double) turned / GLANCE;
  }

  /** The chance that the remaining attempts change what those verdicts came to. */
  double byAttempts() {
    return (double) overturned / GLANCE;
  }

  /** Of each group that is there, the share of completions that it wins. */
  double[] wins() {
    return wins.clone();
  }

  private void glance() {
    for (int i = 0; i < GLANCE; i++) {
      SimulatedCompletion future = future();
      Outcome verified = criterion.outcome(future.verified());
      Outcome complete = attemptsLeft ? criterion.outcome(future.complete()) : verified;
      count(complete);
      turned += verified.differs(now, settings.watchStatus()) ? 1 : 0;
      overturned += complete.differs(verified, settings.watchStatus()) ? 1 : 0;
      if (complete.winner() < wins.length) {
        wins[complete.winner()] += 1.0 / GLANCE;
      }
    }
    doubt = chance();
  }

  private void draw() {
    SimulatedCompletion future = future();
    future.verified();
    count(criterion.outcome(future.complete()));
  }

  private void count(Outcome complete) {
    changed += complete.differs(now, settings.watchStatus()) ? 1 : 0;
    drawn++;
  }

  private SimulatedCompletion future() {
    return new SimulatedCompletion(progress, criterion, belief, draws);
  }
}

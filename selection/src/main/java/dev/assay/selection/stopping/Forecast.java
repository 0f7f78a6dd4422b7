// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.stopping.Contest.Outcome;
import java.util.random.RandomGenerator;

/**
 * What the rest of the budget would do, as far as the model of {@link Future} can tell.
 *
 * @param chance that all remaining calls lead to another decision than stopping now
 * @param byVerdicts that the verdicts on the solutions that are there suffice for that
 * @param byAttempts that the remaining attempts change what those verdicts came to
 * @param wins of each group that is there, the share of completions that it wins
 */
record Forecast(double chance, double byVerdicts, double byAttempts, double[] wins) {

  static Forecast of(
      Progress progress, Outcome now, Contest contest, Settings settings, RandomGenerator random) {
    Ledger ledger = Ledger.of(progress);
    Draws draws = new Draws(random);
    boolean attemptsLeft = progress.attemptsEnded() < contest.attempts();
    int changed = 0;
    int turned = 0;
    int overturned = 0;
    double[] wins = new double[ledger.groups()];
    for (int i = 0; i < settings.simulations(); i++) {
      Future future = new Future(progress, ledger, contest, settings.verdictWeight(), draws);
      Outcome verified = contest.outcome(future.verified());
      Outcome complete = attemptsLeft ? contest.outcome(future.complete()) : verified;
      changed += complete.differs(now, settings.watchStatus()) ? 1 : 0;
      turned += verified.differs(now, settings.watchStatus()) ? 1 : 0;
      overturned += complete.differs(verified, settings.watchStatus()) ? 1 : 0;
      if (complete.winner() < wins.length) {
        wins[complete.winner()] += 1.0 / settings.simulations();
      }
    }
    double all = settings.simulations();
    return new Forecast(changed / all, turned / all, overturned / all, wins);
  }
}

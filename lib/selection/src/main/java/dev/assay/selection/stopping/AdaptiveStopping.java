// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.stopping.Plan.Ask;
import dev.assay.selection.stopping.Plan.Await;
import dev.assay.selection.stopping.Plan.Reason;
import dev.assay.selection.stopping.Plan.Stop;
import dev.assay.selection.stopping.SelectionCriterion.Outcome;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Adaptive stopping: starts with a few attempts and grows to at most N attempts and M verdicts on
 * each, as long as another call can change the decision. The deadline is the caller's: the answer
 * at any time is the one that selection gives on what has arrived.
 */
public final class AdaptiveStopping {

  private final SelectionCriterion criterion;
  private final StoppingSettings settings;
  private final Curtailment curtailment;

  public AdaptiveStopping(SelectionCriterion criterion, StoppingSettings settings) {
    this.criterion = criterion;
    this.settings = settings;
    this.curtailment = new Curtailment(criterion);
  }

  /**
   * The next step. Results may come in any order; ask again whenever one has.
   *
   * @param seed of the estimate; the same progress and seed give the same plan
   */
  public Plan next(WorkState progress, long seed) {
    int missing = Math.min(settings.start(), criterion.attempts()) - progress.attemptsAsked();
    if (missing > 0) {
      return asking(new Ask(Math.min(missing, free(progress)), List.of()));
    }
    if (spent(progress)) {
      return new Stop(Reason.SPENT, 0);
    }
    return progress.solutions().isEmpty() ? searching(progress) : judging(progress, seed);
  }

  /** No attempt has come to an answer yet, so there is nothing to judge. */
  private Plan searching(WorkState progress) {
    int left = criterion.attempts() - progress.attemptsAsked();
    boolean waiting = progress.attemptsAsked() > progress.attemptsEnded();
    int wave = waiting ? 0 : Math.min(left, Math.max(1, progress.attemptsAsked()));
    return asking(new Ask(Math.min(wave, free(progress)), List.of()));
  }

  private Plan judging(WorkState progress, long seed) {
    Outcome now = criterion.outcome(GroupAccumulator.of(progress));
    if (!curtailment.canChange(progress, now, settings.watchStatus())) {
      return new Stop(Reason.CERTAIN, 0);
    }
    BudgetForecast forecast =
        new BudgetForecast(progress, now, criterion, settings, new SplittableRandom(seed));
    if (settings.epsilon() > 0 && forecast.chance() <= settings.epsilon()) {
      return new Stop(Reason.UNLIKELY, forecast.chance());
    }
    return asking(
        new CallAllocation(progress, criterion, forecast, now.winner()).ask(free(progress)));
  }

  private boolean spent(WorkState progress) {
    return progress.attemptsEnded() >= criterion.attempts()
        && progress.solutions().stream()
            .allMatch(each -> each.returned() >= criterion.verifications());
  }

  private int free(WorkState progress) {
    return Math.max(0, settings.width() - progress.inFlight());
  }

  private static Plan asking(Ask ask) {
    return ask.calls() == 0 ? new Await() : ask;
  }
}

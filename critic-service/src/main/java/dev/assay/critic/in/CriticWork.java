// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.SolutionEvent;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.critic.core.Critic;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.Work;
import java.util.List;

/** {@code solutions} in, {@code critiques} out, or the attempt abandoned. */
public final class CriticWork implements Work<SolutionEvent> {

  private final Critic critic;

  public CriticWork(Critic critic) {
    this.critic = critic;
  }

  @Override
  public TryResult perform(SolutionEvent event) {
    return switch (event) {
      case SolutionEvent.Drafted drafted -> TryResult.of(() -> List.of(critic.criticise(drafted)));
    };
  }

  @Override
  public List<? extends Event> giveUp(SolutionEvent event, Failure failure) {
    return switch (event) {
      case SolutionEvent.Drafted drafted when failure.unsendable() ->
          List.of(abandoned(drafted, failure));
      case SolutionEvent.Drafted drafted -> List.of(critic.unjudged(drafted, failure.reason()));
    };
  }

  /** A solution that is too big to go on with a judgement is too big to go on without. */
  private static Abandoned abandoned(SolutionEvent.Drafted drafted, Failure failure) {
    return new Abandoned(
        drafted.solution().id().attempt(),
        Stage.CRITICISM,
        failure.reason(),
        drafted.spend().attempt());
  }
}

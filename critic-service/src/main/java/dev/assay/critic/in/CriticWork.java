// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.SolutionEvent;
import dev.assay.critic.core.Critic;
import dev.assay.messaging.Failure;
import dev.assay.messaging.Work;
import java.util.List;

/** {@code solutions} in, {@code critiques} out. */
public final class CriticWork implements Work {

  private final Critic critic;

  public CriticWork(Critic critic) {
    this.critic = critic;
  }

  @Override
  public List<? extends Event> perform(Event event) {
    return switch ((SolutionEvent) event) {
      case SolutionEvent.Drafted drafted -> List.of(critic.criticise(drafted));
    };
  }

  @Override
  public List<? extends Event> giveUp(Event event, Failure failure) {
    return switch ((SolutionEvent) event) {
      case SolutionEvent.Drafted drafted -> List.of(critic.unjudged(drafted, failure.reason()));
    };
  }
}

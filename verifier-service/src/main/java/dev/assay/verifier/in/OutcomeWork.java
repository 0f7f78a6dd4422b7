// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.OutcomeEvent.Requested;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.Work;
import dev.assay.verifier.core.References;
import dev.assay.verifier.core.Summariser;
import java.util.List;

/** Topic {@code outcomes}: one outcome for each request, or word that there is none. */
public final class OutcomeWork implements Work<OutcomeEvent> {

  private final Summariser summariser;
  private final References references;

  public OutcomeWork(Summariser summariser, References references) {
    this.summariser = summariser;
    this.references = references;
  }

  @Override
  public TryResult perform(OutcomeEvent event) {
    return switch (event) {
      case Requested request ->
          WholeTask.work(() -> references.whole(request), summariser::summarise);
    };
  }

  @Override
  public List<? extends Event> giveUp(OutcomeEvent event, Failure failure) {
    return switch (event) {
      case Requested request -> List.of(summariser.giveUp(request, failure.reason()));
    };
  }
}

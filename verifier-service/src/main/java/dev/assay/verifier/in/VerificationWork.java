// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.Work;
import dev.assay.verifier.core.Verifier;
import java.util.List;

/** Topic {@code verifications}: one verdict for each request, come what may. */
public final class VerificationWork implements Work<VerificationEvent> {

  private final Verifier verifier;

  public VerificationWork(Verifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public TryResult perform(VerificationEvent event) {
    return switch (event) {
      case Requested request -> TryResult.of(() -> List.of(verifier.verify(request)));
    };
  }

  @Override
  public List<? extends Event> giveUp(VerificationEvent event, Failure failure) {
    return switch (event) {
      case Requested request -> List.of(verifier.giveUp(request, failure.late(), failure.reason()));
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.messaging.Failure;
import dev.assay.messaging.Work;
import dev.assay.verifier.core.Verifier;
import java.util.List;

/** Topic {@code verifications}: one verdict for each request, come what may. */
public final class VerificationWork implements Work {

  private final Verifier verifier;

  public VerificationWork(Verifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public List<? extends Event> perform(Event event) {
    return event instanceof Requested request ? List.of(verifier.verify(request)) : List.of();
  }

  @Override
  public List<? extends Event> giveUp(Event event, Failure failure) {
    return event instanceof Requested request
        ? List.of(verifier.giveUp(request, failure.late(), failure.reason()))
        : List.of();
  }
}

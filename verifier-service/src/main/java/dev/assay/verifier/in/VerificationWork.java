// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.Work;
import dev.assay.verifier.core.References;
import dev.assay.verifier.core.Verifier;
import java.util.List;

/** Topic {@code verifications}: one verdict for each request, come what may. */
public final class VerificationWork implements Work<VerificationEvent> {

  private final Verifier verifier;
  private final References references;

  public VerificationWork(Verifier verifier, References references) {
    this.verifier = verifier;
    this.references = references;
  }

  @Override
  public TryResult perform(VerificationEvent event) {
    return switch (event) {
      case Requested request -> WholeTask.work(() -> references.whole(request), verifier::verify);
    };
  }

  @Override
  public List<? extends Event> giveUp(VerificationEvent event, Failure failure) {
    return switch (event) {
      case Requested request -> List.of(verifier.giveUp(request, failure.late(), failure.reason()));
    };
  }
}

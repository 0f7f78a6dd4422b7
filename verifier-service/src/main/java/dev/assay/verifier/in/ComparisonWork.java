// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.ComparisonEvent.Requested;
import dev.assay.contracts.Event;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.Work;
import dev.assay.verifier.core.Arbiter;
import dev.assay.verifier.core.References;
import java.util.List;

/** Topic {@code comparisons}: one comparison for each request, come what may. */
public final class ComparisonWork implements Work<ComparisonEvent> {

  private final Arbiter arbiter;
  private final References references;

  public ComparisonWork(Arbiter arbiter, References references) {
    this.arbiter = arbiter;
    this.references = references;
  }

  @Override
  public TryResult perform(ComparisonEvent event) {
    return switch (event) {
      case Requested request -> WholeTask.work(() -> references.whole(request), arbiter::compare);
    };
  }

  @Override
  public List<? extends Event> giveUp(ComparisonEvent event, Failure failure) {
    return switch (event) {
      case Requested request -> List.of(arbiter.giveUp(request, failure.reason()));
    };
  }
}

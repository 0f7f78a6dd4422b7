// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.in;

import dev.assay.contracts.CritiqueEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.Work;
import dev.assay.refine.core.Refiner;
import java.util.List;

/** {@code critiques} in, the next revision to {@code solutions} out, or the attempt abandoned. */
public final class RefineWork implements Work<CritiqueEvent> {

  private final Refiner refiner;

  public RefineWork(Refiner refiner) {
    this.refiner = refiner;
  }

  @Override
  public TryResult perform(CritiqueEvent event) {
    return switch (event) {
      case CritiqueEvent.Criticised criticised ->
          TryResult.of(() -> refiner.refine(criticised).stream().toList());
    };
  }

  @Override
  public List<? extends Event> giveUp(CritiqueEvent event, Failure failure) {
    return switch (event) {
      case CritiqueEvent.Criticised criticised ->
          criticised.wantsRevision() ? List.of(abandoned(criticised, failure)) : List.of();
    };
  }

  private static Abandoned abandoned(CritiqueEvent.Criticised criticised, Failure failure) {
    return new Abandoned(
        criticised.solution().id().attempt(),
        Stage.REFINEMENT,
        failure.reason(),
        criticised.spend().attempt());
  }
}

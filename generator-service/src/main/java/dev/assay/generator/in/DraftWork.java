// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.in;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.generator.core.Generator;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.Work;
import java.util.List;

/** {@code attempts} in, {@code solutions} out, or the attempt abandoned. */
public final class DraftWork implements Work<AttemptEvent> {

  private final Generator generator;

  public DraftWork(Generator generator) {
    this.generator = generator;
  }

  @Override
  public TryResult perform(AttemptEvent event) {
    return switch (event) {
      case AttemptEvent.Requested requested ->
          TryResult.of(() -> List.of(generator.draft(requested)));
    };
  }

  @Override
  public List<? extends Event> giveUp(AttemptEvent event, Failure failure) {
    return switch (event) {
      case AttemptEvent.Requested requested ->
          List.of(new Abandoned(requested.attempt(), Stage.DRAFTING, failure.reason(), Usage.NONE));
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.ProblemEvent;
import dev.assay.generator.core.Planner;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.messaging.TryResult.Done;
import dev.assay.messaging.Work;
import java.util.List;

/** {@code problems} in, {@code attempts} out. */
public final class PlanWork implements Work<ProblemEvent> {

  @Override
  public TryResult perform(ProblemEvent event) {
    return switch (event) {
      case ProblemEvent.Submitted submitted -> new Done(Planner.plan(submitted.problem()));
      // The verifier settles it, and settled problems are worked no more.
      case ProblemEvent.Cancelled _ -> new Done(List.of());
    };
  }

  /** Nobody waits for a plan: the deadline settles a problem without attempts. */
  @Override
  public List<? extends Event> giveUp(ProblemEvent event, Failure failure) {
    return List.of();
  }
}

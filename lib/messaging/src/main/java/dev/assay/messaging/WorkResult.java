// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.List;

/**
 * What came of a record: the events to publish, and what it counts as when the broker has them.
 *
 * @param reason why it failed; empty where it did not
 */
record WorkResult(List<? extends Event> outputs, Outcome outcome, String reason) {

  /** The tags of the counter that a record can end with once it was read. */
  enum Outcome {
    WORKED,
    SKIPPED,
    FAILED
  }

  static WorkResult worked(List<? extends Event> outputs) {
    return new WorkResult(outputs, Outcome.WORKED, "");
  }

  static WorkResult skipped(List<? extends Event> outputs) {
    return new WorkResult(outputs, Outcome.SKIPPED, "");
  }

  static WorkResult failed(List<? extends Event> outputs, String reason) {
    return new WorkResult(outputs, Outcome.FAILED, reason);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.List;

/**
 * What came of a record in the end: the events to publish, and what it counts as when the broker
 * has them.
 *
 * @param reason why it failed; empty where it did not
 */
record WorkResult(List<? extends Event> outputs, CountedAs countedAs, String reason) {

  /** The tags of the counter that a record can end with once it was read. */
  enum CountedAs {
    WORKED,
    SKIPPED,
    FAILED
  }

  static WorkResult worked(List<? extends Event> outputs) {
    return new WorkResult(outputs, CountedAs.WORKED, "");
  }

  static WorkResult skipped(List<? extends Event> outputs) {
    return new WorkResult(outputs, CountedAs.SKIPPED, "");
  }

  static WorkResult failed(List<? extends Event> outputs, String reason) {
    return new WorkResult(outputs, CountedAs.FAILED, reason);
  }
}

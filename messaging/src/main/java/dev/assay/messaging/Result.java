// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.List;

/**
 * What came of a record: the events to publish, and what it counts as when the broker has them.
 *
 * @param reason why it failed; empty where it did not
 */
record Result(List<? extends Event> outputs, Outcome outcome, String reason) {

  /** The tags of the counter that a record can end with once it was read. */
  enum Outcome {
    WORKED,
    SKIPPED,
    FAILED
  }

  static Result worked(List<? extends Event> outputs) {
    return new Result(outputs, Outcome.WORKED, "");
  }

  static Result skipped(List<? extends Event> outputs) {
    return new Result(outputs, Outcome.SKIPPED, "");
  }

  static Result failed(List<? extends Event> outputs, String reason) {
    return new Result(outputs, Outcome.FAILED, reason);
  }
}

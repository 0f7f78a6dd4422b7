// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.time.Duration;
import java.util.List;

/** What came of a try of a record. */
sealed interface WorkResult {

  /**
   * It has come to its end.
   *
   * @param outputs the events to publish
   * @param countedAs what it counts as when the broker has them
   * @param reason why it failed; empty where it did not
   */
  record Ended(List<? extends Event> outputs, CountedAs countedAs, String reason)
      implements WorkResult {}

  /**
   * It is to be tried again.
   *
   * @param delay how long it waits until then
   * @param tried with this to go by
   */
  record Postponed(Duration delay, Tried tried) implements WorkResult {}

  /**
   * It has come one call further, and is to go on as a record that says so.
   *
   * @param tried what that record is to say
   */
  record Further(Tried tried) implements WorkResult {}

  /** The tags of the counter that a record can end with once it was read. */
  enum CountedAs {
    WORKED,
    SKIPPED,
    FAILED
  }

  static Ended worked(List<? extends Event> outputs) {
    return new Ended(outputs, CountedAs.WORKED, "");
  }

  static Ended skipped(List<? extends Event> outputs) {
    return new Ended(outputs, CountedAs.SKIPPED, "");
  }

  static Ended failed(List<? extends Event> outputs, String reason) {
    return new Ended(outputs, CountedAs.FAILED, reason);
  }

  static Postponed postponed(Duration delay, Tried tried) {
    return new Postponed(delay, tried);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One partition as it was seen from reading to reading. Not safe for threads. */
final class PartitionWatch {

  private @Nullable Committed last;
  private @Nullable Instant since;
  private long waiting;

  /**
   * Takes in what a reading saw.
   *
   * @param end the offset behind the last record
   */
  void see(Committed committed, long end, Instant now) {
    waiting = committed.waitingBefore(end);
    if (waiting == 0) {
      since = null;
    } else if (since == null || !committed.equals(last)) {
      since = now;
    }
    last = committed;
  }

  /** Tasks that are not done with. */
  long waiting() {
    return waiting;
  }

  /** Whether tasks are not done with, and the commit does not tell since when they wait. */
  boolean silent() {
    return waiting > 0 && last != null && last.oldest().isEmpty();
  }

  /**
   * Since when the oldest task waits that nobody has begun. Where the commit does not tell, it is
   * since when this stands still: a task is not younger than that.
   *
   * @param deserted whether the group has no members, so that its last commit tells nothing of what
   *     came later
   */
  Optional<Instant> oldest(boolean deserted) {
    if (waiting == 0 || last == null) {
      return Optional.empty();
    }
    boolean counts = !last.told() || deserted;
    return last.oldest().or(() -> counts ? Optional.ofNullable(since) : Optional.empty());
  }
}

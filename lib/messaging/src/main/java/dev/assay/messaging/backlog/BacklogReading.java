// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What waits, as a reading saw it.
 *
 * @param at when it was read
 */
record BacklogReading(Instant at, Map<WorkGroup, Part> parts) {

  /**
   * What waits for one group.
   *
   * @param oldest since when the oldest task waits that nobody has begun; empty if none does
   */
  record Part(long waiting, Optional<Instant> oldest) {

    static final Part NOTHING = new Part(0, Optional.empty());
  }

  BacklogReading {
    parts = Map.copyOf(parts);
  }

  Part of(WorkGroup group) {
    return parts.getOrDefault(group, Part.NOTHING);
  }

  long waiting() {
    return parts.values().stream().mapToLong(Part::waiting).sum();
  }

  Optional<Instant> oldest() {
    return parts.values().stream().flatMap(part -> part.oldest().stream()).min(Instant::compareTo);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as columns: a batch of any size is written by one statement. */
final class EventColumns {

  private final List<UUID> problems = new ArrayList<>();
  private final List<Long> seqs = new ArrayList<>();
  private final List<String> eventIds = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  void add(Event event, long seq) {
    problems.add(event.problemId().value());
    seqs.add(seq);
    eventIds.add(event.eventId());
    types.add(event.type());
    bodies.add(StoredEvents.write(event));
  }

  Map<String, Object> parameters() {
    return Map.of(
        "problems", problems.toArray(UUID[]::new),
        "seqs", seqs.toArray(Long[]::new),
        "eventIds", eventIds.toArray(String[]::new),
        "types", types.toArray(String[]::new),
        "bodies", bodies.toArray(String[]::new));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import dev.assay.lab.faults.topics.LoggedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the topic of answers says: a second answer could hide behind what the gateway shows. */
final class Settlements {

  private final Map<String, Long> first = new HashMap<>();
  private final Map<String, Set<String>> bodies = new HashMap<>();

  Settlements(List<LoggedRecord> answers) {
    for (LoggedRecord each : answers) {
      each.event()
          .map(event -> event.problemId().toString())
          .ifPresent(
              id -> {
                first.merge(id, each.at(), Math::min);
                bodies.computeIfAbsent(id, _ -> new HashSet<>()).add(each.text());
              });
    }
  }

  /** The same record may come twice after a crash, two answers may not. */
  Invariant once(Map<String, String> labels) {
    List<String> broken = new ArrayList<>();
    labels.forEach(
        (label, id) -> {
          int answers = bodies.getOrDefault(id, Set.of()).size();
          if (answers != 1) {
            broken.add(label + " (" + id + "): " + answers + " answers");
          }
        });
    Set<String> strange = new HashSet<>(bodies.keySet());
    strange.removeAll(labels.values());
    strange.forEach(each -> broken.add(each + ": nobody asked"));
    return Invariant.of("every problem is settled exactly once", labels.size(), broken);
  }

  /** When each problem was settled, by its label, in milliseconds since the epoch. */
  Map<String, Long> times(Map<String, String> labels) {
    Map<String, Long> times = new HashMap<>();
    labels.forEach(
        (label, id) -> {
          if (first.containsKey(id)) {
            times.put(label, first.get(id));
          }
        });
    return times;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes readings of what the broker knows, and remembers what does not move from one to the next.
 * Not safe for threads.
 */
final class BacklogReader {

  /** Readings between two looks at how many partitions there are: they grow once in a while. */
  private static final int READINGS_PER_LOOK = 60;

  /** Readings of silence before it is asked whether a group has any members. */
  private static final int SILENT_READINGS = 5;

  private final GroupOffsets offsets;
  private final List<WorkGroup> groups;
  private final Map<WorkGroup, Map<TopicPartition, PartitionWatch>> watches = new HashMap<>();
  private final Map<WorkGroup, Integer> silences = new HashMap<>();
  private int readings;

  BacklogReader(GroupOffsets offsets, List<WorkGroup> groups) {
    this.offsets = offsets;
    this.groups = List.copyOf(groups);
    groups.forEach(group -> watches.put(group, new HashMap<>()));
  }

  /** Reads once; an ExecutionException says that the broker did not answer. */
  BacklogReading read(Instant now) throws ExecutionException, InterruptedException {
    if (readings % READINGS_PER_LOOK == 0) {
      offsets.look();
    }
    // The ends first: what is finished in between is not to count as waiting.
    Map<TopicPartition, Long> ends = offsets.ends();
    offsets
        .committed()
        .forEach(
            (group, partitions) ->
                partitions.forEach(
                    (partition, committed) ->
                        watch(group, partition)
                            .see(committed, ends.getOrDefault(partition, 0L), now)));
    readings++;
    return summary(now, offsets.deserted(silent()));
  }

  private PartitionWatch watch(WorkGroup group, TopicPartition partition) {
    return of(group).computeIfAbsent(partition, _ -> new PartitionWatch());
  }

  private Map<TopicPartition, PartitionWatch> of(WorkGroup group) {
    return watches.getOrDefault(group, new HashMap<>());
  }

  /** The groups whose commits have told nothing of what waits for some readings in a row. */
  private List<WorkGroup> silent() {
    for (WorkGroup group : groups) {
      boolean silent = of(group).values().stream().anyMatch(PartitionWatch::silent);
      silences.put(group, silent ? silences.getOrDefault(group, 0) + 1 : 0);
    }
    return groups.stream()
        .filter(group -> silences.getOrDefault(group, 0) >= SILENT_READINGS)
        .toList();
  }

  private BacklogReading summary(Instant now, Set<WorkGroup> deserted) {
    return new BacklogReading(
        now,
        groups.stream()
            .collect(Collectors.toMap(each -> each, each -> part(each, deserted.contains(each)))));
  }

  private BacklogReading.Part part(WorkGroup group, boolean deserted) {
    return new BacklogReading.Part(
        of(group).values().stream().mapToLong(PartitionWatch::waiting).sum(),
        of(group).values().stream()
            .flatMap(watch -> watch.oldest(deserted).stream())
            .min(Instant::compareTo));
  }
}

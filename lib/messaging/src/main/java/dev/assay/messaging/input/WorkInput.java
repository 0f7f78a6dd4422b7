// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.messaging.ledger.CommitNote;
import dev.assay.messaging.ledger.PartitionLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tasks ahead of those that are worked and commits what has become of them: the lowest offset
 * that is not done with, and in its metadata those above it that are. So one slow call holds up
 * nobody, and after a crash nothing is bought again but what was in hand: whoever takes a partition
 * that nobody handed over looks which of its tasks have their results.
 */
final class WorkInput implements InputLoop.Input, ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(WorkInput.class);

  /** Each commit is a request; what has ended since the last is looked for after a crash. */
  private static final Duration BETWEEN_COMMITS = Duration.ofMillis(100);

  /** Whatever comes meanwhile is taken at once; tasks that end need no poll. */
  private static final Duration BUSY = Duration.ofMillis(50);

  private static final Duration IDLE = Duration.ofSeconds(1);

  /** How often it is said what waits, where nothing ends. */
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

  private final List<String> topics;
  private final WorkSlots slots;
  private final WorkNotes notes;
  private final KnownResults results;
  private final InstantSource clock;
  private final Map<TopicPartition, PartitionLedger> ledgers = new HashMap<>();
  private @Nullable Consumer<byte[], byte @Nullable []> consumer;
  private boolean committing;
  private Instant lastCommit = Instant.EPOCH;

  WorkInput(
      List<String> topics,
      WorkSlots slots,
      WorkNotes notes,
      KnownResults results,
      InstantSource clock) {
    this.topics = List.copyOf(topics);
    this.slots = slots;
    this.notes = notes;
    this.results = results;
    this.clock = clock;
  }

  @Override
  public void begin(Consumer<byte[], byte @Nullable []> fresh) {
    // What a consumer before this one had is somebody's, or comes again.
    onPartitionsLost(Set.copyOf(ledgers.keySet()));
    consumer = fresh;
    committing = false;
    fresh.subscribe(topics, this);
  }

  @Override
  public void turn(Consumer<byte[], byte @Nullable []> ours) {
    boolean full = pause(ours);
    boolean busy = slots.busy() || changed();
    int read = 0;
    for (ConsumerRecord<byte[], byte @Nullable []> record : ours.poll(busy ? BUSY : IDLE)) {
      take(record);
      read++;
    }
    slots.pass(!full && read == 0);
    report();
    commit(ours);
  }

  private boolean changed() {
    return committing || ledgers.values().stream().anyMatch(PartitionLedger::changed);
  }

  /** Reads no further where enough is read ahead; true if that is so everywhere. */
  private boolean pause(Consumer<byte[], byte @Nullable []> ours) {
    boolean full = slots.full();
    Set<TopicPartition> paused = new HashSet<>();
    ledgers.forEach(
        (partition, ledger) -> {
          if (full || ledger.scattered()) {
            paused.add(partition);
          }
        });
    if (!paused.equals(ours.paused())) {
      Set<TopicPartition> resumed = new HashSet<>(ours.paused());
      resumed.removeAll(paused);
      ours.resume(resumed);
      ours.pause(paused);
    }
    return !paused.isEmpty();
  }

  private void take(ConsumerRecord<byte[], byte @Nullable []> record) {
    PartitionLedger ledger = ledgers.get(new TopicPartition(record.topic(), record.partition()));
    if (ledger == null) {
      return;
    }
    TaskInHand task = new TaskInHand(record, ledger);
    PartitionLedger.Taken taken = ledger.take(record.offset(), task.waitsSince());
    if (taken == PartitionLedger.Taken.FINISHED) {
      return;
    }
    Optional<WorkNote> note = WorkNote.read(record);
    if (note.isPresent()) {
      slots.hear(ledger, note.get());
      ledger.finish(record.offset());
    } else if (results.contains(record)) {
      LOG.debug("{}-{} has its result", record.topic(), record.offset());
      ledger.finish(record.offset());
    } else if (taken == PartitionLedger.Taken.LENT) {
      slots.addLent(task);
    } else {
      slots.add(task);
    }
  }

  private void report() {
    if (!clock.instant().isBefore(lastCommit.plus(BETWEEN_REPORTS))) {
      ledgers.values().stream().filter(PartitionLedger::waits).forEach(PartitionLedger::commitAnew);
    }
  }

  private void commit(Consumer<byte[], byte @Nullable []> ours) {
    Instant now = clock.instant();
    if (committing || now.isBefore(lastCommit.plus(BETWEEN_COMMITS))) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    ledgers.forEach(
        (partition, ledger) -> {
          if (ledger.changed()) {
            offsets.put(partition, offset(ledger.commit()));
          }
        });
    if (!offsets.isEmpty()) {
      committing = true;
      lastCommit = now;
      ours.commitAsync(offsets, (_, failure) -> committed(offsets.keySet(), failure));
    }
  }

  private void committed(Set<TopicPartition> partitions, @Nullable Exception failure) {
    committing = false;
    if (failure != null) {
      LOG.debug("offsets were not committed, trying again: {}", failure.toString());
      partitions.stream()
          .map(ledgers::get)
          .filter(ledger -> ledger != null)
          .forEach(PartitionLedger::commitAnew);
    }
  }

  private static OffsetAndMetadata offset(CommitNote note) {
    return new OffsetAndMetadata(note.next(), note.text());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty() || consumer == null) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    boolean abandoned = false;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata last = committed.get(partition);
      // One behind the end is of a topic of that name that is gone.
      CommitNote note =
          last == null || last.offset() > ends.getOrDefault(partition, 0L)
              ? CommitNote.of(consumer.position(partition))
              : CommitNote.read(last.offset(), last.metadata());
      abandoned |= !note.handedOver() && ends.getOrDefault(partition, 0L) > 0;
      PartitionLedger ledger = new PartitionLedger(note);
      if (note.handedOver()) {
        // From now on it is the last word of nobody.
        ledger.commitAnew();
      }
      ledgers.put(partition, ledger);
    }
    if (abandoned) {
      results.look();
    }
  }

  /** What is waiting goes with the partition; what is being worked is lent to its new owner. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    Map<TopicPartition, PartitionLedger> lent = new HashMap<>();
    for (TopicPartition partition : partitions) {
      PartitionLedger ledger = ledgers.remove(partition);
      if (ledger != null) {
        slots.forget(ledger);
        offsets.put(partition, offset(ledger.handOver()));
        lent.put(partition, ledger);
      }
    }
    try {
      if (consumer != null && !offsets.isEmpty()) {
        consumer.commitSync(offsets, AT_THE_MOST);
      }
    } catch (KafkaException e) {
      LOG.warn("offsets were not committed, some work will be done twice: {}", e.toString());
    }
    lent.forEach(notes::lend);
  }

  private static final Duration AT_THE_MOST = Duration.ofSeconds(5);

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      PartitionLedger ledger = ledgers.remove(partition);
      if (ledger != null) {
        slots.forget(ledger);
        ledger.handOver();
      }
    }
  }

  @Override
  public void end(Consumer<byte[], byte @Nullable []> ours) {
    slots.stop();
    onPartitionsRevoked(Set.copyOf(ledgers.keySet()));
  }
}

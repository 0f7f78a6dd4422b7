// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.messaging.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
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
 * Hands over the records of each poll together and in order, and commits their offsets when that
 * returns. While it fails they are handed over again, for as long as it takes: a database that is
 * away comes back, and giving up would drop them.
 */
final class StateInput implements InputLoop.Input, ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(StateInput.class);

  /** What was said before it began is heard too, as far as it may still matter. */
  private static final LookBack BEFORE = new LookBack(Duration.ofHours(1), 2_500);

  private static final int ENOUGH = 256;
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** How long what is there takes to come. */
  private static final Duration ON_ITS_WAY = Duration.ofMillis(2);

  /** Each commit is a request; records that come again are recognised. */
  private static final Duration BETWEEN_COMMITS = Duration.ofMillis(100);

  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);
  private static final Duration AT_THE_MOST = Duration.ofSeconds(5);

  private final List<String> topics;
  private final boolean everything;
  private final Duration gather;
  private final java.util.function.Consumer<List<RawRecord>> state;
  private final List<ConsumerRecord<byte[], byte @Nullable []>> batch = new ArrayList<>();
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private Duration backOff = FIRST_BACK_OFF;
  private boolean uncommitted;
  private long lastCommit = System.nanoTime();
  private @Nullable Consumer<byte[], byte @Nullable []> consumer;

  /**
   * @param gather how long to wait for more once there is something: what nobody waits for costs
   *     less by the dozen
   * @param everything whether this process is to hear all that is said from an hour ago on, whoever
   *     else does; otherwise it shares the records with its group
   */
  StateInput(
      List<String> topics,
      boolean everything,
      Duration gather,
      java.util.function.Consumer<List<RawRecord>> state) {
    this.topics = List.copyOf(topics);
    this.everything = everything;
    this.gather = gather;
    this.state = state;
  }

  @Override
  public void begin(Consumer<byte[], byte @Nullable []> fresh) {
    consumer = fresh;
    batch.clear();
    done.clear();
    uncommitted = false;
    if (everything) {
      BEFORE.begin(fresh, topics);
    } else {
      fresh.subscribe(topics, this);
    }
  }

  @Override
  public void turn(Consumer<byte[], byte @Nullable []> ours) {
    if (batch.isEmpty()) {
      ours.poll(uncommitted ? BETWEEN_COMMITS : IDLE).forEach(batch::add);
      gatherMore(ours);
    }
    if (batch.isEmpty()) {
      commit(ours);
      return;
    }
    try {
      state.accept(events());
    } catch (RuntimeException e) {
      LOG.warn("{} could not be worked, trying again in {}: {}", topics, backOff, e.toString());
      await(ours);
      return;
    }
    backOff = FIRST_BACK_OFF;
    finish(ours);
  }

  /**
   * Without a look at the broker meanwhile: it would be answered, and asked again, for each record.
   */
  private void gatherMore(Consumer<byte[], byte @Nullable []> ours) {
    if (gather.isZero() || batch.isEmpty() || batch.size() >= ENOUGH) {
      return;
    }
    LockSupport.parkNanos(gather.toNanos());
    // What the first brings was asked for before.
    ours.poll(Duration.ZERO).forEach(batch::add);
    ours.poll(ON_ITS_WAY).forEach(batch::add);
  }

  private List<RawRecord> events() {
    List<RawRecord> events = new ArrayList<>(batch.size());
    for (ConsumerRecord<byte[], byte @Nullable []> record : batch) {
      if (WorkNote.read(record).isEmpty()) {
        events.add(RawRecord.of(record));
      }
    }
    return events;
  }

  /** Stays in the group meanwhile, and lets go of what is given to others. */
  private void await(Consumer<byte[], byte @Nullable []> ours) {
    Set<TopicPartition> assigned = ours.assignment();
    ours.pause(assigned);
    try {
      // Of a partition that comes meanwhile there may be some.
      ours.poll(backOff).forEach(batch::add);
    } finally {
      ours.resume(ours.paused());
    }
    Duration doubled = backOff.multipliedBy(2);
    backOff = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
  }

  private void finish(Consumer<byte[], byte @Nullable []> ours) {
    for (ConsumerRecord<byte[], byte @Nullable []> record : batch) {
      done.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    batch.clear();
    uncommitted = !everything;
    commit(ours);
  }

  private void commit(Consumer<byte[], byte @Nullable []> ours) {
    long now = System.nanoTime();
    if (uncommitted && now - lastCommit >= BETWEEN_COMMITS.toNanos()) {
      uncommitted = false;
      lastCommit = now;
      // One that is lost is made good by the next, or by its records being recognised.
      ours.commitAsync(Map.copyOf(done), null);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> theirs = new HashMap<>(done);
    theirs.keySet().retainAll(partitions);
    try {
      if (consumer != null && !theirs.isEmpty()) {
        consumer.commitSync(theirs, AT_THE_MOST);
      }
    } catch (KafkaException e) {
      LOG.debug("offsets were not committed; their records will be recognised: {}", e.toString());
    }
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    done.keySet().removeAll(partitions);
    batch.removeIf(each -> partitions.contains(new TopicPartition(each.topic(), each.partition())));
  }

  @Override
  public void end(Consumer<byte[], byte @Nullable []> ours) {
    if (!everything) {
      onPartitionsRevoked(Set.copyOf(ours.assignment()));
    }
  }
}

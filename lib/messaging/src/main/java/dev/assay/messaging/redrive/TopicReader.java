// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from some time to where they end when it begins, a partition after the other and
 * without a group: nobody else notices.
 */
final class TopicReader implements AutoCloseable {

  /** Of one pass over topics: as many are looked at and no more, whatever lies there. */
  static final int MOST_RECORDS = 1_000_000;

  /** Likewise, of bodies. */
  static final long MOST_BYTES = 4L << 30;

  /** What the client keeps at a time; a record that is larger comes all the same. */
  private static final int FETCHED_BYTES = 4 << 20;

  /** What has ended is not waited for, or the next partition would wait with it. */
  private static final int FETCH_WAIT_MILLIS = 5;

  private static final int PATIENCE_MILLIS = 10_000;
  private static final Duration POLL = Duration.ofSeconds(1);

  /** Polls in a row that bring nothing, of a second each, before the broker is given up. */
  private static final int EMPTY_POLLS = 15;

  private final KafkaConsumer<byte[], byte[]> consumer;

  TopicReader(Map<String, Object> clients) {
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    settings.putIfAbsent(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The partitions of those topics that are there; in order. */
  List<TopicPartition> partitions(Collection<String> topics) {
    Set<String> names = Set.copyOf(topics);
    return consumer.listTopics().entrySet().stream()
        .filter(each -> names.contains(each.getKey()))
        .flatMap(each -> each.getValue().stream())
        .map(TopicReader::partition)
        .sorted(
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
        .toList();
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  /**
   * Hands over every record, those of a partition in their order.
   *
   * @param since leaves out what was written earlier; null for nothing
   * @return whether all was read: false if there is more than may be read at once
   */
  boolean read(
      List<TopicPartition> partitions,
      @Nullable Instant since,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    return readWhile(
        partitions,
        since,
        record -> {
          reader.accept(record);
          return true;
        });
  }

  /**
   * The same until the reader has enough.
   *
   * @return whether all was read
   */
  boolean readWhile(
      List<TopicPartition> partitions,
      @Nullable Instant since,
      Predicate<ConsumerRecord<byte[], byte[]>> reader) {
    // The client warns of offsets that it hears of partitions that are not its own.
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> starts = starts(partitions, since, ends);
    Pass pass = new Pass(reader);
    for (TopicPartition each : partitions) {
      consumer.assign(List.of(each));
      consumer.seek(each, starts.getOrDefault(each, 0L));
      if (!readTo(each, ends.getOrDefault(each, 0L), pass)) {
        return false;
      }
    }
    return true;
  }

  private boolean readTo(TopicPartition partition, long end, Pass pass) {
    int empty = 0;
    long position = consumer.position(partition);
    while (position < end) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL).records(partition)) {
        if (each.offset() < end && !pass.goesOnAfter(each)) {
          return false;
        }
      }
      long next = consumer.position(partition);
      empty = next == position ? empty + 1 : 0;
      if (empty == EMPTY_POLLS) {
        throw new TimeoutException("nothing comes from " + partition);
      }
      position = next;
    }
    return true;
  }

  private Map<TopicPartition, Long> starts(
      List<TopicPartition> partitions, @Nullable Instant since, Map<TopicPartition, Long> ends) {
    if (since == null) {
      return consumer.beginningOffsets(partitions);
    }
    long millis = Math.max(0, since.toEpochMilli());
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(each -> each, _ -> millis)));
    Map<TopicPartition, Long> starts = new HashMap<>(ends);
    found.forEach(
        (partition, start) -> {
          if (start != null) {
            starts.put(partition, start.offset());
          }
        });
    return starts;
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Counts what is read in one pass. */
  private static final class Pass {

    private final Predicate<ConsumerRecord<byte[], byte[]>> reader;
    private int records;
    private long bytes;

    Pass(Predicate<ConsumerRecord<byte[], byte[]>> reader) {
      this.reader = reader;
    }

    boolean goesOnAfter(ConsumerRecord<byte[], byte[]> record) {
      records++;
      bytes += Math.max(0, record.serializedValueSize());
      return records <= MOST_RECORDS && bytes <= MOST_BYTES && reader.test(record);
    }
  }
}

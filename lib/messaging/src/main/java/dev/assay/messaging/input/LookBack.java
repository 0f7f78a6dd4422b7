// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * From where on topics are read by who was not there, and shares them with nobody.
 *
 * @param time before now
 * @param records of a partition at the most, however much was said in that time
 */
record LookBack(Duration time, long records) {

  /**
   * Has the consumer read all partitions of the topics from there on.
   *
   * @return where they end now
   */
  Map<TopicPartition, Long> begin(
      Consumer<byte[], byte @Nullable []> consumer, List<String> topics) {
    List<TopicPartition> all =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(all);
    Map<TopicPartition, Long> times = new HashMap<>();
    all.forEach(each -> times.put(each, System.currentTimeMillis() - time.toMillis()));
    Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(times);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    ends.forEach(
        (partition, end) -> {
          OffsetAndTimestamp early = first.get(partition);
          long offset = early == null ? end : early.offset();
          consumer.seek(partition, Math.max(offset, end - records));
        });
    return ends;
  }
}

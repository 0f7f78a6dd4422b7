// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.contracts.Topic;
import dev.assay.messaging.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Which dead letters were redriven. Kafka deletes no single record, so it is told by another one: a
 * mark, in the same partition as the dead letter and after it. There it lives at least as long as
 * what it marks, which neither the offsets of a group nor their metadata do: they are forgotten a
 * week after the group was last seen, and hold 4 KiB. A process that dies between a redrive and its
 * mark leaves a record that is redriven twice; consumers recognise the second one.
 */
final class Marks {

  private static final int LONGEST_OFFSET = 18;

  private final Map<Position, Integer> redriven = new HashMap<>();

  /** Whether it is a mark, and no dead letter. */
  static boolean isMark(ConsumerRecord<?, ?> record) {
    return record.headers().lastHeader(DeadLetterHeaders.MARK) != null;
  }

  /** The mark of one more redrive. */
  static ProducerRecord<byte[], byte[]> of(Position position, StoredRecord record) {
    ProducerRecord<byte[], byte[]> mark =
        new ProducerRecord<>(
            position.topic().deadLetters(), position.partition(), record.key(), new byte[0]);
    mark.headers()
        .add(
            DeadLetterHeaders.MARK,
            String.valueOf(position.offset()).getBytes(StandardCharsets.US_ASCII));
    return mark;
  }

  /** Takes note of a mark; one that cannot be read marks nothing. */
  void add(Topic<?> topic, ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader(DeadLetterHeaders.MARK);
    if (header.value() == null || header.value().length > LONGEST_OFFSET) {
      return;
    }
    String offset = new String(header.value(), StandardCharsets.US_ASCII);
    if (offset.matches("[0-9]+")) {
      redriven.merge(
          new Position(topic, record.partition(), Long.parseLong(offset)), 1, Integer::sum);
    }
  }

  /** How often it was redriven. */
  int of(Position position) {
    return redriven.getOrDefault(position, 0);
  }
}

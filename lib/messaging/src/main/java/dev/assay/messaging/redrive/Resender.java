// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.messaging.DeadLetterHeaders;
import dev.assay.messaging.TriedHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records on their topics again, each acknowledged before it is marked. */
final class Resender implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int LARGEST_REQUEST = 4 << 20;

  private final KafkaProducer<byte[], byte[]> producer;

  Resender(Map<String, Object> clients) {
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE_MILLIS);
    // What is too large is for the broker to say: it knows what its topic takes.
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends a dead letter's record to the topic that it came from, and marks the dead letter.
   *
   * @param before how often it was redriven already
   */
  void resend(DeadLetter letter, StoredRecord record, int before) {
    send(again(letter, record, before));
    send(Marks.of(letter.position(), record));
  }

  private static ProducerRecord<byte[], byte[]> again(
      DeadLetter letter, StoredRecord record, int before) {
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(letter.position().topic().name(), record.key(), record.body());
    record.headers().stream()
        .filter(each -> !leftBehind(each.name()))
        .forEach(each -> again.headers().add(each.name(), each.value()));
    String times = String.valueOf(letter.lives() + before + 1);
    again.headers().add(DeadLetterHeaders.REDRIVEN, times.getBytes(StandardCharsets.US_ASCII));
    return again;
  }

  /**
   * A record of a new life does without what is told of its death, and of earlier tries and calls,
   * whose cost is on the event that ended them.
   */
  private static boolean leftBehind(String header) {
    return header.startsWith(DeadLetterHeaders.PREFIX)
        || header.equals(DeadLetterHeaders.REDRIVEN)
        || TriedHeaders.ALL.contains(header);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}

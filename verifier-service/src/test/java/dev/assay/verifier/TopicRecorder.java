// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Records everything that is on the broker, in the background. */
final class TopicRecorder implements AutoCloseable {

  private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
  private final AtomicLong idlePolls = new AtomicLong();
  private final Thread thread;
  private volatile boolean running = true;

  /** A record of some topic. */
  record Recorded(String topic, byte[] body, Map<String, String> headers) {

    String deadLetterReason() {
      return headers.getOrDefault("dead-letter-reason", "");
    }
  }

  TopicRecorder(Map<String, Object> clientProperties) {
    Map<String, Object> settings = new HashMap<>(clientProperties);
    settings.put("group.id", "recorder");
    settings.put("auto.offset.reset", "earliest");
    // Dead-letter topics appear while it runs.
    settings.put("metadata.max.age.ms", "200");
    thread = Thread.ofVirtual().start(() -> record(settings));
  }

  private void record(Map<String, Object> settings) {
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(Pattern.compile("[a-z]+(\\.dlq)?"));
      while (running) {
        var records = consumer.poll(Duration.ofMillis(50));
        records.forEach(record -> recorded.add(recorded(record)));
        if (records.isEmpty()) {
          idlePolls.incrementAndGet();
        }
      }
    }
  }

  private static Recorded recorded(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new Recorded(
        record.topic(), record.value() == null ? new byte[0] : record.value(), headers);
  }

  Stream<Recorded> records(String topic) {
    return recorded.stream().filter(record -> record.topic().equals(topic));
  }

  /** Returns after polls that began later than this and brought nothing. */
  void catchUp() {
    long before = idlePolls.get();
    await().atMost(Duration.ofSeconds(20)).until(() -> idlePolls.get() >= before + 3);
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.topics;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A record as it lies on its topic. */
public record LoggedRecord(ConsumerRecord<byte[], byte[]> raw) {

  /** A header by which a copy of ours is told from what the system wrote. */
  private static final String COPY = "copied-by-fault";

  private static final String EVENT_ID = "event-id";

  public String topic() {
    return raw.topic();
  }

  /** When it was written, in milliseconds since the epoch. */
  public long at() {
    return raw.timestamp();
  }

  /** Whether we put it there. */
  public boolean copy() {
    return raw.headers().lastHeader(COPY) != null;
  }

  /** By its header; empty where there is none. */
  public String eventId() {
    Header header = raw.headers().lastHeader(EVENT_ID);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Its body as it came. */
  public String text() {
    return raw.value() == null ? "" : new String(raw.value(), StandardCharsets.UTF_8);
  }

  /** What it says, if this build can read it. */
  public Optional<Event> event() {
    if (raw.value() == null) {
      return Optional.empty();
    }
    return Topic.named(topic())
        .flatMap(
            topic ->
                EventCodec.decode(topic, raw.value()) instanceof Decoded.Known<?>(var event)
                    ? Optional.of(event)
                    : Optional.empty());
  }

  /** The same once more, on the same partition, marked as a copy. */
  ProducerRecord<byte[], byte[]> again() {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            raw.topic(), raw.partition(), null, raw.key(), raw.value(), raw.headers());
    record.headers().add(COPY, new byte[] {1});
    return record;
  }
}

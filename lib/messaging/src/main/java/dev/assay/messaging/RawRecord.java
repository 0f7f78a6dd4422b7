// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/**
 * A record as it comes off the broker or goes to it.
 *
 * @param body empty where the record has none
 * @param headers of one that came in, those of the {@link Envelope} only
 */
public record RawRecord(
    String topic, byte @Nullable [] key, byte[] body, Map<String, String> headers) {

  /**
   * An event, to go to its topic.
   *
   * @throws UnsendableException if it cannot be written
   */
  static RawRecord of(Event event, Envelope envelope) {
    try {
      return new RawRecord(
          Topic.of(event).name(),
          event.problemId().toString().getBytes(StandardCharsets.UTF_8),
          EventCodec.encode(event),
          envelope.headers());
    } catch (JacksonException e) {
      throw new UnsendableException(event.eventId(), e);
    }
  }

  /** Takes a message of the binder's batch mode apart. */
  static List<RawRecord> of(Message<List<byte[]>> batch) {
    List<?> bodies = batch.getPayload();
    List<?> topics = header(batch, KafkaHeaders.RECEIVED_TOPIC);
    List<?> keys = header(batch, KafkaHeaders.RECEIVED_KEY);
    List<?> headers = header(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS);
    List<RawRecord> records = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      records.add(
          new RawRecord(
              topics.get(i).toString(),
              keys.get(i) instanceof byte[] key ? key : null,
              bodies.get(i) instanceof byte[] body ? body : new byte[0],
              ReceivedHeaders.read((Map<?, ?>) headers.get(i))));
    }
    return records;
  }

  private static List<?> header(Message<?> batch, String name) {
    if (batch.getHeaders().get(name) instanceof List<?> values) {
      return values;
    }
    throw new IllegalStateException(
        "message without a list in " + name + " (expected: a binding in batch mode)");
  }
}

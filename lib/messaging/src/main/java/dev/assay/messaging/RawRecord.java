// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A record as it came off the broker.
 *
 * @param body empty where the record has none
 */
public record RawRecord(String topic, byte @Nullable [] key, byte[] body) {

  /** Takes a message of the binder's batch mode apart. */
  static List<RawRecord> of(Message<List<byte[]>> batch) {
    List<?> bodies = batch.getPayload();
    List<?> topics = header(batch, KafkaHeaders.RECEIVED_TOPIC);
    List<?> keys = header(batch, KafkaHeaders.RECEIVED_KEY);
    List<RawRecord> records = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      records.add(
          new RawRecord(
              topics.get(i).toString(),
              keys.get(i) instanceof byte[] key ? key : null,
              bodies.get(i) instanceof byte[] body ? body : new byte[0]));
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

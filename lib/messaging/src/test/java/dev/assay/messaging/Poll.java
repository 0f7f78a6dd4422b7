// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** A poll as the binder hands it over in batch mode. */
final class Poll {

  private final List<Object> bodies = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();
  private final List<Object> keys = new ArrayList<>();
  private final List<Map<String, Object>> headers = new ArrayList<>();

  static Message<List<byte[]>> of(Event... events) {
    return new Poll().with(events).message();
  }

  Poll with(Event... events) {
    for (Event event : events) {
      add(Topic.of(event).name(), event.problemId().toString(), EventCodec.encode(event));
    }
    return this;
  }

  /** As another writer may have sent it, with headers of any kind. */
  Poll with(Event event, Map<String, Object> all) {
    with(event);
    headers.set(headers.size() - 1, all);
    return this;
  }

  Poll with(String topic, String body) {
    return add(topic, null, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A record without a body. */
  Poll withNothing(String topic) {
    return add(topic, null, KafkaNull.INSTANCE);
  }

  private Poll add(String topic, String key, Object body) {
    topics.add(topic);
    keys.add(key == null ? null : key.getBytes(StandardCharsets.UTF_8));
    bodies.add(body);
    headers.add(Map.of());
    return this;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  Message<List<byte[]>> message() {
    return new GenericMessage<>(
        (List) bodies,
        Map.of(
            KafkaHeaders.RECEIVED_TOPIC,
            topics,
            KafkaHeaders.RECEIVED_KEY,
            keys,
            KafkaHeaders.BATCH_CONVERTED_HEADERS,
            headers));
  }
}

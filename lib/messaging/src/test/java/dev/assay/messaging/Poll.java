// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** The records of a poll, as an input hands them over. */
final class Poll {

  private final List<RawRecord> records = new ArrayList<>();

  static Message<List<RawRecord>> of(Event... events) {
    return new Poll().with(events).message();
  }

  Poll with(Event... events) {
    for (Event event : events) {
      with(event, Map.of());
    }
    return this;
  }

  /** As another writer may have sent it. */
  Poll with(Event event, Map<String, String> headers) {
    String topic = Topic.of(event).name();
    records.add(
        new RawRecord(
            topic, RawRecord.key(topic, event.subject()), EventCodec.encode(event), headers));
    return this;
  }

  Poll with(String topic, String body) {
    records.add(new RawRecord(topic, null, body.getBytes(StandardCharsets.UTF_8), Map.of()));
    return this;
  }

  /** A record without a body. */
  Poll withNothing(String topic) {
    return with(topic, "");
  }

  Message<List<RawRecord>> message() {
    return new GenericMessage<>(List.copyOf(records));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import dev.assay.messaging.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a transaction left to be published; rows of one subject are published in order. */
record OutboxRow(long id, String topic, String subject, @Nullable String causedBy, String body) {

  /** The event in the row, which a newer build may have left, or none. */
  Decoded<? extends Event> decoded() {
    Optional<Topic<?>> known =
        Topic.ALL.stream().filter(each -> each.name().equals(topic)).findFirst();
    return known.isPresent()
        ? EventCodec.decode(known.get(), bytes())
        : new Decoded.Malformed<>("topic: " + topic + " (expected: one of this build's)");
  }

  /** As it would have gone to its topic. */
  RawRecord raw() {
    // Every subject begins with its problem, which is the key.
    String key = subject.split("/", 2)[0];
    return new RawRecord(topic, key.getBytes(StandardCharsets.UTF_8), bytes());
  }

  private byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}

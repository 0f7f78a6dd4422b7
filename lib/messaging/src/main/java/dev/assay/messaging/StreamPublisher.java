// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Publishes through whichever binder the configuration names. */
final class StreamPublisher implements Publisher {

  private final StreamBridge bridge;

  StreamPublisher(StreamBridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public void publish(Event event, @Nullable String causedBy) {
    try {
      send(event, causedBy);
    } catch (RuntimeException e) {
      throw UnsendableException.of(event.eventId(), e);
    }
  }

  private void send(Event event, @Nullable String causedBy) {
    Message<byte[]> message =
        MessageBuilder.withPayload(EventCodec.encode(event))
            .setHeader(KafkaHeaders.KEY, key(event))
            .setHeader(EnvelopeHeaders.EVENT_ID, event.eventId())
            .setHeader(EnvelopeHeaders.EVENT_TYPE, event.type())
            .setHeader(EnvelopeHeaders.CAUSED_BY, causedBy)
            .build();
    if (!bridge.send(OutputBindings.of(Topic.of(event).name()), message)) {
      throw new IllegalStateException("the binder did not take " + event.eventId());
    }
  }

  private static byte[] key(Event event) {
    return event.problemId().toString().getBytes(StandardCharsets.UTF_8);
  }
}

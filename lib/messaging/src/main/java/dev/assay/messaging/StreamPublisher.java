// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Publishes through whichever binder the configuration names. */
final class StreamPublisher implements Publisher {

  private final StreamBridge bridge;

  StreamPublisher(StreamBridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public void publish(RawRecord record) {
    String what = record.headers().getOrDefault(Envelope.EVENT_ID, record.topic());
    try {
      send(record, what);
    } catch (RuntimeException e) {
      throw UnsendableException.of(what, e);
    }
  }

  private void send(RawRecord record, String what) {
    var message =
        MessageBuilder.withPayload(record.body())
            .copyHeaders(record.headers())
            .setHeader(KafkaHeaders.KEY, record.key())
            .build();
    if (!bridge.send(OutputBindings.of(record.topic()), message)) {
      throw new IllegalStateException("the binder did not take " + what);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Writes dead letters to {@code <topic>.dlq}: the record as it came, the reason in a header. */
final class StreamDeadLetters implements DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(StreamDeadLetters.class);

  private final StreamBridge bridge;

  StreamDeadLetters(StreamBridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public void add(RawRecord record, String group, String reason) {
    LOG.warn("{}: dead-lettered a record of {}: {}", group, record.topic(), reason);
    boolean taken =
        bridge.send(
            OutputBindings.ofDeadLetters(record.topic()),
            MessageBuilder.withPayload(record.body())
                .setHeader(KafkaHeaders.KEY, record.key())
                .setHeader(EnvelopeHeaders.REASON, reason)
                .setHeader(EnvelopeHeaders.GROUP, group)
                .build());
    if (!taken) {
      throw new IllegalStateException("the binder did not take a dead letter of " + group);
    }
  }
}

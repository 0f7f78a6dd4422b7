// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Publishes by the one producer that a service has. */
public final class KafkaPublisher implements Publisher {

  private final Producer<byte[], byte[]> producer;

  /** The producer is closed by whoever made it. */
  public KafkaPublisher(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public CompletableFuture<Void> publish(RawRecord record) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    String what = record.headers().getOrDefault(Envelope.EVENT_ID, record.topic());
    try {
      var _ =
          producer.send(
              written(record),
              (_, failure) -> {
                if (failure == null) {
                  end.complete(null);
                } else {
                  end.completeExceptionally(UnsendableException.of(what, failure));
                }
              });
    } catch (KafkaException | IllegalStateException e) {
      end.completeExceptionally(UnsendableException.of(what, e));
    }
    return end;
  }

  private static ProducerRecord<byte[], byte[]> written(RawRecord record) {
    ProducerRecord<byte[], byte[]> written =
        new ProducerRecord<>(record.topic(), record.key(), record.body());
    record
        .headers()
        .forEach(
            (name, text) -> written.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return written;
  }
}

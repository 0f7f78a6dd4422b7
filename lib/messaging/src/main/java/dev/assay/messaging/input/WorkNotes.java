// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.messaging.ledger.OffsetRuns;
import dev.assay.messaging.ledger.PartitionLedger;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the new owner of a partition what becomes of the records that are still worked here. */
final class WorkNotes {

  private static final Logger LOG = LoggerFactory.getLogger(WorkNotes.class);

  /** How often those that are still worked are named. */
  private static final Duration EVERY = Duration.ofSeconds(3);

  private final Producer<byte[], byte[]> producer;

  WorkNotes(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Names what is still worked of a partition that was handed over, until all of it has ended. */
  void lend(TopicPartition partition, PartitionLedger ledger) {
    if (!ledger.stillBegun().isEmpty()) {
      Thread.ofVirtual().name("lending " + partition).start(() -> name(partition, ledger));
    }
  }

  private void name(TopicPartition partition, PartitionLedger ledger) {
    try {
      for (OffsetRuns left = ledger.stillBegun(); !left.isEmpty(); left = ledger.stillBegun()) {
        send(partition.topic(), partition.partition(), new WorkNote(WorkNote.Kind.HELD, left));
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that a record that is lent has ended. */
  void end(TaskInHand task, WorkNote.Kind how) {
    send(task.topic(), task.partition(), WorkNote.of(how, task.offset()));
  }

  /** A note that is lost costs a wait, or a call; nobody here can do anything about it. */
  private void send(String topic, int partition, WorkNote note) {
    try {
      var _ =
          producer.send(
              note.record(topic, partition),
              (_, failure) -> {
                if (failure != null) {
                  LOG.warn(
                      "could not tell of {} on {}-{}: {}",
                      note,
                      topic,
                      partition,
                      failure.toString());
                }
              });
    } catch (KafkaException | IllegalStateException e) {
      LOG.warn("could not tell of {} on {}-{}: {}", note, topic, partition, e.toString());
    }
  }
}

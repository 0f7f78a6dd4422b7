// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import dev.assay.text.PlainText;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge of a consumer group: every record that comes in leaves here as a known event, or counted
 * as unknown, or counted and dead-lettered as malformed.
 *
 * <p>Counter {@code assay.records}, tags {@code group}, {@code topic} and {@code outcome}. For each
 * group and topic: received = worked + skipped + unknown + malformed + failed + postponed. What is
 * short of it came back: a poll is received again when the broker or a database was away.
 */
final class RecordIntake<E extends Event> {

  private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);
  private static final int LONGEST_TYPE = 256;

  private final List<? extends Topic<? extends E>> topics;
  private final String group;
  private final Collection<? extends Topic<?>> owned;
  private final DeadLetters deadLetters;
  private final MeterRegistry meters;

  /**
   * @param topics what the group is to be bound to
   * @param owned those of which this group keeps what cannot be read: of the groups that read a
   *     topic one does, or every broken record would be kept several times
   */
  RecordIntake(
      List<? extends Topic<? extends E>> topics,
      String group,
      Collection<? extends Topic<?>> owned,
      DeadLetters deadLetters,
      MeterRegistry meters) {
    this.topics = topics;
    this.group = group;
    this.owned = List.copyOf(owned);
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  /**
   * The event in the record, if there is one that this build knows.
   *
   * @throws IllegalStateException if the binding brings another topic than it should: its records
   *     are nobody's fault, and stay where they are until it is put right
   */
  Optional<Received<E>> read(RawRecord record) {
    return read(record, true);
  }

  /**
   * The same of a record that may have been read before.
   *
   * @param first whether it was not
   */
  Optional<Received<E>> read(RawRecord record, boolean first) {
    for (Topic<? extends E> topic : topics) {
      if (topic.name().equals(record.topic())) {
        if (first) {
          count(record, "received");
        }
        return read(record, topic);
      }
    }
    throw new IllegalStateException(
        "%s is bound to topic %s (expected: %s)"
            .formatted(group, record.topic(), topics.stream().map(Topic::name).toList()));
  }

  private <T extends E> Optional<Received<E>> read(RawRecord record, Topic<T> topic) {
    return switch (EventCodec.decode(topic, record.body())) {
      case Decoded.Known<T>(T event) -> Optional.of(new Received<>(record, event));
      case Decoded.UnknownType<T>(String type) -> {
        String shown = PlainText.line(type, LONGEST_TYPE);
        LOG.info("{}: skipped a record of {} with unknown type {}", group, topic.name(), shown);
        count(record, "unknown");
        yield Optional.empty();
      }
      case Decoded.Malformed<T>(String reason) -> {
        malformed(record, reason);
        yield Optional.empty();
      }
    };
  }

  /** The record is no event, or one that cannot be true. */
  void malformed(RawRecord record, String reason) {
    if (owned.stream().anyMatch(topic -> topic.name().equals(record.topic()))) {
      deadLetters.add(record, group, reason);
    }
    count(record, "malformed");
  }

  /** The record was readable, and working it failed for good. */
  void failed(RawRecord record, String reason) {
    deadLetters.add(record, group, reason);
    count(record, "failed");
  }

  void worked(RawRecord record) {
    count(record, "worked");
  }

  /** There was nothing left to do for the record. */
  void skipped(RawRecord record) {
    count(record, "skipped");
  }

  /** It was published again, to be tried later or for its next call. */
  void postponed(RawRecord record) {
    count(record, "postponed");
  }

  private void count(RawRecord record, String outcome) {
    meters
        .counter("assay.records", "group", group, "topic", record.topic(), "outcome", outcome)
        .increment();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge of a consumer group: every record that comes in leaves here as a known event, or counted
 * as unknown, or counted and dead-lettered as malformed.
 *
 * <p>Counter {@code assay.records}, tags {@code group}, {@code topic} and {@code outcome}. For each
 * group and topic: received = worked + skipped + unknown + malformed + failed. What is short of it
 * came back: a poll is received again when the broker or a database was away.
 */
final class RecordIntake {

  private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);
  private static final Map<String, Topic<?>> TOPICS =
      Topic.ALL.stream().collect(Collectors.toMap(Topic::name, Function.identity()));

  private final String group;
  private final boolean deadLettersMalformed;
  private final DeadLetters deadLetters;
  private final MeterRegistry meters;

  /**
   * @param deadLettersMalformed whether this group keeps what cannot be read; of the groups that
   *     read a topic one does, or every broken record would be kept several times
   */
  RecordIntake(
      String group, boolean deadLettersMalformed, DeadLetters deadLetters, MeterRegistry meters) {
    this.group = group;
    this.deadLettersMalformed = deadLettersMalformed;
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  /** The event in the record, if there is one that this build knows. */
  Optional<Event> read(RawRecord record) {
    Topic<?> topic = TOPICS.get(record.topic());
    if (topic == null) {
      throw new IllegalStateException(group + " is bound to an unknown topic " + record.topic());
    }
    count(record, "received");
    return switch (EventCodec.decode(topic, record.body())) {
      case Decoded.Known<? extends Event>(Event event) -> Optional.of(event);
      case Decoded.UnknownType<?>(String type) -> {
        LOG.info(
            "{}: skipped a record of {} with unknown type {}",
            group,
            topic.name(),
            OneLine.of(type));
        count(record, "unknown");
        yield Optional.empty();
      }
      case Decoded.Malformed<?>(String reason) -> {
        malformed(record, reason);
        yield Optional.empty();
      }
    };
  }

  /** The record is no event, or one that cannot be true. */
  void malformed(RawRecord record, String reason) {
    if (deadLettersMalformed) {
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

  private void count(RawRecord record, String outcome) {
    meters
        .counter("assay.records", "group", group, "topic", record.topic(), "outcome", outcome)
        .increment();
  }
}

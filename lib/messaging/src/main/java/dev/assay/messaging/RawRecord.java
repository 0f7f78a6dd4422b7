// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A record as it comes off the broker or goes to it.
 *
 * @param body empty where the record has none
 * @param headers of one that came in, those that we know only
 */
public record RawRecord(
    String topic, byte @Nullable [] key, byte[] body, Map<String, String> headers) {

  /** What is on them is taken in problem by problem, in order; tasks need none. */
  private static final Set<String> BY_PROBLEM =
      Set.of(Topic.PROBLEMS.name(), Topic.VERDICTS.name(), Topic.ANSWERS.name());

  /**
   * The key of a record: the problem's id on topics whose order matters, and the task's on others,
   * so that a large problem is spread over all replicas.
   *
   * @param subject of the record's event, which begins with its problem
   */
  public static byte[] key(String topic, String subject) {
    return (BY_PROBLEM.contains(topic) ? problem(subject) : subject)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The problem that a subject, or a key, begins with. */
  static String problem(String subject) {
    int end = subject.indexOf('/');
    return end < 0 ? subject : subject.substring(0, end);
  }

  /**
   * An event, to go to its topic.
   *
   * @throws UnsendableException if it cannot be written
   */
  static RawRecord of(Event event, Envelope envelope) {
    try {
      return new RawRecord(
          Topic.of(event).name(),
          key(Topic.of(event).name(), event.subject()),
          EventCodec.encode(event),
          envelope.headers());
    } catch (JacksonException e) {
      throw new UnsendableException(event.eventId(), e);
    }
  }

  /** What a consumer read. */
  public static RawRecord of(ConsumerRecord<byte[], byte @Nullable []> read) {
    byte[] body = read.value();
    return new RawRecord(
        read.topic(),
        read.key(),
        body == null ? new byte[0] : body,
        ReceivedHeaders.read(read.headers()));
  }

  /** The problem that the record's key begins with; its topic where it has no key. */
  public String problem() {
    return key == null ? topic : problem(new String(key, StandardCharsets.UTF_8));
  }

  /** What it takes of memory, as far as that may be much. */
  public int bytes() {
    return body.length + headers.getOrDefault(TriedHeaders.HEARD, "").length();
  }

  /** The same record with other headers. */
  RawRecord with(Map<String, String> others) {
    return new RawRecord(topic, key, body, others);
  }
}

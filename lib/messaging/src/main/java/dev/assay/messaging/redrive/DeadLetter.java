// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import dev.assay.messaging.DeadLetterHeaders;
import dev.assay.messaging.Envelope;
import dev.assay.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a line can tell of a dead letter; all texts are one line, of a bounded length.
 *
 * @param at when it was dead-lettered
 * @param group that could not work it, or null if nobody said
 * @param reason why not, or null if nobody said
 * @param type of its event, or null if nobody said
 * @param event id of its event, or null if nobody said
 * @param problem that it belongs to, as far as its headers and its key tell
 * @param bytes of its body
 * @param lives how often the record had been redriven before it died here
 */
public record DeadLetter(
    Position position,
    Instant at,
    @Nullable String group,
    @Nullable String reason,
    @Nullable String type,
    @Nullable String event,
    @Nullable ProblemId problem,
    int bytes,
    int lives) {

  /** Characters. Reasons are cut at the same length where they are written. */
  private static final int LONGEST_REASON = 1_024;

  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_NUMBER = 9;

  static DeadLetter of(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
    String event = text(record, Envelope.EVENT_ID, LONGEST_NAME);
    return new DeadLetter(
        new Position(topic, record.partition(), record.offset()),
        Instant.ofEpochMilli(Math.max(0, record.timestamp())),
        text(record, DeadLetterHeaders.GROUP, LONGEST_NAME),
        text(record, DeadLetterHeaders.REASON, LONGEST_REASON),
        text(record, Envelope.EVENT_TYPE, LONGEST_NAME),
        event,
        problem(event, record.key()).orElse(null),
        record.value() == null ? 0 : record.value().length,
        number(text(record, DeadLetterHeaders.REDRIVEN, LONGEST_NUMBER)));
  }

  /** An event's id ends with its subject, and a subject begins with the problem. */
  private static Optional<ProblemId> problem(@Nullable String event, byte @Nullable [] key) {
    Optional<ProblemId> named =
        event == null ? Optional.empty() : beginning(event.substring(event.indexOf(':') + 1));
    return named.isPresent() || key == null ? named : beginning(text(key, LONGEST_NAME));
  }

  private static Optional<ProblemId> beginning(String subject) {
    int slash = subject.indexOf('/');
    try {
      return Optional.of(ProblemId.parse(slash < 0 ? subject : subject.substring(0, slash)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(
      ConsumerRecord<byte[], byte[]> record, String name, int most) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : text(header.value(), most);
  }

  private static String text(byte[] bytes, int most) {
    // No character takes more than four bytes: what is cut here would not be shown anyway.
    byte[] shown = bytes.length <= 4 * most ? bytes : Arrays.copyOf(bytes, 4 * most + 1);
    return PlainText.line(new String(shown, StandardCharsets.UTF_8), most);
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1," + LONGEST_NUMBER + "}")
        ? Integer.parseInt(text)
        : 0;
  }
}

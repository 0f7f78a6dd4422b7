// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.text.PlainText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes dead letters to {@code <topic>.dlq}: the record as it came, the reason in a header. */
public final class KafkaDeadLetters implements DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaDeadLetters.class);

  /** What is kept of a record that does not fit with its reason: enough to see what it was. */
  private static final int BEGINNING = 65_536;

  /** Characters of a text that somebody else wrote, as a header or in the log. */
  private static final int LONGEST_TEXT = 1_024;

  static final String REASON = DeadLetterHeaders.REASON;
  static final String GROUP = DeadLetterHeaders.GROUP;

  private final Publisher publisher;
  private final DeadLetterTopics topics;

  /**
   * @param make sees to it that a topic is there that is none of this build's
   */
  public KafkaDeadLetters(Publisher publisher, Consumer<String> make) {
    this.publisher = publisher;
    this.topics = new DeadLetterTopics(make);
  }

  @Override
  public void add(RawRecord record, String group, String why) {
    String reason = shown(why);
    LOG.warn("{}: dead-lettered a record of {}: {}", group, shown(record.topic()), reason);
    try {
      send(record, group, reason);
    } catch (UnsendableException tooLarge) {
      sendBeginning(record, group, reason);
    }
  }

  /** What cannot be kept at all must not come back for ever either: the log has the last word. */
  private void sendBeginning(RawRecord record, String group, String reason) {
    int bytes = record.body().length;
    byte[] beginning = Arrays.copyOf(record.body(), Math.min(bytes, BEGINNING));
    try {
      send(
          new RawRecord(record.topic(), record.key(), beginning, Map.of()),
          group,
          "the first %d of %d bytes; %s".formatted(beginning.length, bytes, reason));
    } catch (UnsendableException e) {
      LOG.error("{}: lost a dead letter of {} bytes: {}", group, bytes, shown(e.getMessage()));
    }
  }

  private static String shown(String text) {
    return PlainText.line(text, LONGEST_TEXT);
  }

  private void send(RawRecord record, String group, String reason) {
    Map<String, String> headers = new LinkedHashMap<>(record.headers());
    headers.put(REASON, reason);
    headers.put(GROUP, group);
    publisher.publishNow(
        new RawRecord(topics.of(record.topic()), record.key(), record.body(), headers));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.contracts.Topic;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dead letter lies: its name for people, as {@code attempts/2/17}.
 *
 * @param topic that the record came from; the dead letter is on its {@code .dlq}
 * @param partition of the topic of dead letters
 * @param offset in that partition
 */
public record Position(Topic<?> topic, int partition, long offset) implements Comparable<Position> {

  private static final Pattern SYNTAX =
      Pattern.compile("([a-z]{1,64})(?:\\.dlq)?/([0-9]{1,9})/([0-9]{1,18})");

  private static final Comparator<Position> ORDER =
      Comparator.<Position>comparingInt(each -> Topic.ALL.indexOf(each.topic))
          .thenComparingInt(Position::partition)
          .thenComparingLong(Position::offset);

  /**
   * Reads what {@link #toString} says; the topic of dead letters may be named as well.
   *
   * @throws IllegalArgumentException if it is no position
   */
  public static Position parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' (expected: TOPIC/PARTITION/OFFSET, such as attempts/2/17)");
    }
    return new Position(
        topic(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Long.parseLong(matcher.group(3)));
  }

  /**
   * The topic of a name, or of the name of its dead letters.
   *
   * @throws IllegalArgumentException if this build has none of that name
   */
  public static Topic<?> topic(String text) {
    return Topic.ALL.stream()
        .filter(each -> each.name().equals(text) || each.deadLetters().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' (expected: one of %s)"
                        .formatted(text, Topic.ALL.stream().map(Topic::name).toList())));
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return topic.name() + "/" + partition + "/" + offset;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant: those of which all that is said here is true.
 *
 * @param positions the only ones, or none for any
 * @param topics that they came from, or none for any
 * @param group that could not work them, or null for any
 * @param problem that they belong to, or null for any
 * @param type of their events, or null for any
 * @param since when they were dead-lettered at the earliest, or null for any time
 * @param reason a text that is part of theirs, in upper or lower case, or null for any
 */
public record DeadLetterFilter(
    Set<Position> positions,
    List<Topic<?>> topics,
    @Nullable String group,
    @Nullable ProblemId problem,
    @Nullable String type,
    @Nullable Instant since,
    @Nullable String reason) {

  /** All there are. */
  public static final DeadLetterFilter ALL =
      new DeadLetterFilter(Set.of(), List.of(), null, null, null, null, null);

  public DeadLetterFilter {
    positions = Set.copyOf(positions);
    topics = List.copyOf(topics);
  }

  /** One dead letter. */
  public static DeadLetterFilter of(Position position) {
    return new DeadLetterFilter(Set.of(position), List.of(), null, null, null, null, null);
  }

  /** Whether some of this topic's may be meant. */
  boolean reads(Topic<?> topic) {
    return (topics.isEmpty() || topics.contains(topic))
        && (positions.isEmpty() || positions.stream().anyMatch(each -> each.topic().equals(topic)));
  }

  boolean matches(DeadLetter letter) {
    return reads(letter.position().topic())
        && (positions.isEmpty() || positions.contains(letter.position()))
        && (group == null || group.equals(letter.group()))
        && (problem == null || Objects.equals(problem, letter.problem()))
        && (type == null || type.equals(letter.type()))
        && (since == null || !letter.at().isBefore(since))
        && (reason == null || says(letter.reason(), reason));
  }

  private static boolean says(@Nullable String text, String part) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}

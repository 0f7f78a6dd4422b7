// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import dev.assay.messaging.redrive.DeadLetterFilter;
import dev.assay.messaging.redrive.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which dead letters a command is for. */
final class DeadLetterOptions {

  @Option(names = "--topic", description = "Those of records of this topic; may be repeated.")
  private List<String> topics = new ArrayList<>();

  @Option(names = "--group", description = "Those that this consumer group could not work.")
  private @Nullable String group;

  @Option(names = "--problem", paramLabel = "ID", description = "Those of this problem.")
  private @Nullable String problem;

  @Option(names = "--type", description = "Those of this event, such as attempt.requested.v1.")
  private @Nullable String type;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Those that died since: a time ago, such as 2h, or an instant, such as"
              + " 2026-01-31T12:00:00Z.")
  private @Nullable String since;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Those whose reason says this.")
  private @Nullable String reason;

  /** Whether anything is said, so that not all are meant. */
  boolean any() {
    return !topics.isEmpty()
        || group != null
        || problem != null
        || type != null
        || since != null
        || reason != null;
  }

  /**
   * What is said.
   *
   * @param positions the only ones, or none for any
   * @throws UsageException if a value is none
   */
  DeadLetterFilter filter(List<String> positions, Instant now) {
    List<Topic<?>> named = new ArrayList<>();
    topics.forEach(each -> named.add(read("--topic", each, Position::topic)));
    List<Position> places =
        positions.stream().map(each -> read("position", each, Position::parse)).toList();
    return new DeadLetterFilter(
        new HashSet<>(places),
        named,
        group,
        problem == null ? null : read("--problem", problem, ProblemId::parse),
        type,
        since == null ? null : read("--since", since, text -> time(text, now)),
        reason);
  }

  private static Instant time(String text, Instant now) {
    try {
      return text.matches("\\d{4}-.*") ? Instant.parse(text) : now.minus(Durations.parse(text));
    } catch (TypeConversionException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "'" + text + "' (expected: such as 90s, 2h or 2026-01-31T12:00:00Z)", e);
    }
  }

  /** As {@code read("position", "attempts/2/17", Position::parse)}. */
  static <T> T read(String what, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(what + ": " + e.getMessage());
    }
  }
}

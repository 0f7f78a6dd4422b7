// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Json;
import dev.assay.contracts.Usage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What was tried of a piece of work so far. It goes with the work where that waits for its next
 * try, also on a record that is published again for it: so tries have their bound whoever makes
 * them, and what failed ones cost is not forgotten.
 *
 * @param tries how often
 * @param bought how many of them cost something
 * @param spent what they cost, as far as it is on no event yet
 * @param heard what calls before it have brought
 */
public record Tried(int tries, int bought, Usage spent, Heard heard) {

  /** Of work that nobody has begun. */
  public static final Tried NONE = new Tried(0, 0, Usage.NONE);

  /** Of one call. */
  public Tried(int tries, int bought, Usage spent) {
    this(tries, bought, spent, Heard.NONE);
  }

  /**
   * One more try, which failed.
   *
   * @param knows what is heard of the calls that did not
   */
  Tried and(Usage more, Heard knows) {
    return new Tried(tries + 1, bought + (more.calls() > 0 ? 1 : 0), spent.plus(more), knows);
  }

  /**
   * One more call, which succeeded: the next one has its tries before it.
   *
   * @param more what was spent and is told nowhere else
   */
  Tried next(Usage more, String knows) {
    return new Tried(0, bought, spent.plus(more), heard.next(knows));
  }

  /** As a record says it; what it says of it that cannot be is not so. */
  public static Tried of(RawRecord record) {
    Map<String, String> headers = record.headers();
    return new Tried(
        Heard.number(headers.get(TriedHeaders.TRIES)),
        Heard.number(headers.get(TriedHeaders.BOUGHT)),
        usage(headers.get(TriedHeaders.SPENT)),
        Heard.of(headers));
  }

  /** Which call of the work is to be made next, from 0. */
  public int call() {
    return heard.call();
  }

  /**
   * Whether any call may be next: a build that knows of none puts off a task that was begun as one
   * that was not.
   */
  public boolean tellsNoCall() {
    return tries > 0 && call() == 0;
  }

  /** When the work of a record is due; empty where it is at once, and where nobody can tell. */
  public static Optional<Instant> due(RawRecord record) {
    String due = record.headers().get(TriedHeaders.DUE);
    try {
      return due == null
          ? Optional.empty()
          : Optional.of(Instant.ofEpochMilli(Long.parseLong(due)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The headers of a record that asks for the next try. */
  Map<String, String> headers(Map<String, String> others, Instant due) {
    Map<String, String> all = headers(others);
    all.put(TriedHeaders.DUE, String.valueOf(due.toEpochMilli()));
    return all;
  }

  /** The headers of a record that asks for more at once. */
  Map<String, String> headers(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(others);
    all.remove(TriedHeaders.DUE);
    all.put(TriedHeaders.TRIES, String.valueOf(tries));
    all.put(TriedHeaders.BOUGHT, String.valueOf(bought));
    all.put(TriedHeaders.SPENT, Json.mapper().writeValueAsString(spent));
    heard.write(all);
    return all;
  }

  private static Usage usage(@Nullable String text) {
    try {
      return text == null ? Usage.NONE : Json.mapper().readValue(text, Usage.class);
    } catch (JacksonException | IllegalArgumentException e) {
      return Usage.NONE;
    }
  }
}

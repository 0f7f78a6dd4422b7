// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When work that may succeed later is tried again: until its problem's deadline, as a model that
 * comes back by then has lost nothing. Work that has none is tried {@value #TRIES_WITHOUT_DEADLINE}
 * times. Tries that cost something have a bound of their own, or one reply that never can be read
 * would be bought all the time. This is the only place where the way of a record waits.
 *
 * <p>Waits double, and differ between events, so that those which failed together do not come back
 * together; how much is drawn from the event's id.
 *
 * @param bought the most tries that cost something, at least 1
 * @param first the wait after the first failure, at the most; half of it at the least
 * @param longest of such waits; what a server asks for may be longer
 */
public record Retries(int bought, Duration first, Duration longest) {

  /** Five bought tries; from half a second up to a quarter of a minute between two. */
  public static final Retries USUAL =
      new Retries(5, Duration.ofMillis(500), Duration.ofSeconds(15));

  /** Of work that nobody says an end of. */
  static final int TRIES_WITHOUT_DEADLINE = 5;

  /** The longest wait of such work that a server may ask for. */
  private static final Duration LONGEST_WITHOUT_DEADLINE = Duration.ofMinutes(1);

  /** Waits are at their longest long before they have doubled so often. */
  private static final int MOST_DOUBLINGS = 20;

  public Retries {
    if (bought < 1) {
      throw new IllegalArgumentException("bought: " + bought + " (expected: >= 1)");
    }
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "first, longest: %s, %s (expected: not negative, and in this order)"
              .formatted(first, longest));
    }
  }

  /**
   * The wait before the next try; empty if there is none, as it would come too late.
   *
   * @param asked how long whoever failed last wants to be left alone, if it said so
   */
  Optional<Duration> delay(Event event, Tried tried, Optional<Duration> asked, Instant now) {
    Duration wait = wait(event, tried, asked);
    return tried.bought() < bought && inTime(event, tried, wait, now)
        ? Optional.of(wait)
        : Optional.empty();
  }

  private static boolean inTime(Event event, Tried tried, Duration wait, Instant now) {
    return event instanceof Task task
        ? wait.compareTo(Duration.between(now, task.problem().deadline())) <= 0
        : tried.tries() < TRIES_WITHOUT_DEADLINE && wait.compareTo(LONGEST_WITHOUT_DEADLINE) <= 0;
  }

  /** A server is left alone for as long as it asks, and its callers come back one by one. */
  private Duration wait(Event event, Tried tried, Optional<Duration> asked) {
    double share = share(event, tried.tries());
    Duration doubled = first.multipliedBy(1L << Math.min(tried.tries() - 1, MOST_DOUBLINGS));
    Duration own = part(doubled.compareTo(longest) < 0 ? doubled : longest, (1 + share) / 2);
    return asked
        .map(least -> least.plus(part(first, share)))
        .filter(least -> least.compareTo(own) > 0)
        .orElse(own);
  }

  /** From 0 to 1, the same whenever the same event is tried as often. */
  private static double share(Event event, int tries) {
    return new SplittableRandom(31L * event.eventId().hashCode() + tries).nextDouble();
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofNanos((long) (share * whole.toNanos()));
  }
}

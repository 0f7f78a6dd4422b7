// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.time.Duration;
import java.util.Optional;

/**
 * How often work is tried that may succeed later, and how long it waits in between. This is the
 * only place where the way of a record waits.
 *
 * @param attempts the most tries, at least 1
 * @param first wait after the first failure; each further wait is twice as long
 */
public record Retries(int attempts, Duration first) {

  /** Five tries over 7.5 seconds. */
  public static final Retries USUAL = new Retries(5, Duration.ofMillis(500));

  /** Whatever a server asks for: four such waits leave a poll the time for its calls. */
  private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(1);

  public Retries {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts: " + attempts + " (expected: >= 1)");
    }
  }

  /** Whether another try follows after so many. */
  boolean again(int tried) {
    return tried < attempts;
  }

  /**
   * The wait before the next try.
   *
   * @param asked how long whoever failed wants to be left alone, if it said so
   */
  Duration delay(int tried, Optional<Duration> asked) {
    Duration own = first.multipliedBy(1L << (tried - 1));
    return asked
        .map(wait -> wait.compareTo(LONGEST_ASKED_FOR) < 0 ? wait : LONGEST_ASKED_FOR)
        .filter(wait -> wait.compareTo(own) > 0)
        .orElse(own);
  }
}

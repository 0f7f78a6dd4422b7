// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How often work is tried, and how long it waits in between.
 *
 * @param attempts the most tries, at least 1
 * @param first wait after the first failure; each further wait is twice as long
 * @param transients the failures after which trying again may help
 */
public record Retries(int attempts, Duration first, Predicate<Throwable> transients) {

  public Retries {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts: " + attempts + " (expected: >= 1)");
    }
  }

  /** Five tries over 7.5 seconds. */
  public static Retries of(Predicate<Throwable> transients) {
    return new Retries(5, Duration.ofMillis(500), transients);
  }

  boolean again(int tried, RuntimeException failure) {
    return tried < attempts && transients.test(failure);
  }

  Duration delay(int tried) {
    return first.multipliedBy(1L << (tried - 1));
  }
}

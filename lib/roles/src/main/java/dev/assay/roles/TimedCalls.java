// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.model.ModelException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Makes model calls that end with their problem, and puts them on the bill whatever comes of them.
 *
 * @param timeout the longest wait for one, however much is left of the problem's time
 * @param account what they cost
 */
record TimedCalls(Duration timeout, ModelAccount account, InstantSource clock) {

  /**
   * What came of a call.
   *
   * @param took how long
   */
  record Timed<T>(T result, Duration took) {}

  /** How long a call may take that begins now; not positive if none may begin. */
  Duration within(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.compareTo(timeout) < 0 ? left : timeout;
  }

  /**
   * Makes one.
   *
   * @param within how long it may take
   * @throws NoReplyException if there is no time or the model gives no reply
   */
  <T> Timed<T> make(Duration within, Function<Duration, T> call) {
    requireTime(within);
    long start = System.nanoTime();
    try {
      T result = call.apply(within);
      return new Timed<>(result, since(start));
    } catch (ModelException e) {
      throw NoReplyException.failed(e, account.usage(e.spent(), since(start)));
    }
  }

  /**
   * Refuses a call that would come too late.
   *
   * @throws NoReplyException if so
   */
  static void requireTime(Duration within) {
    if (!within.isPositive()) {
      throw NoReplyException.late();
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Usage;
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
   * @param paid for calls of the same task before, so that a failure can say it
   * @throws NoReplyException if there is no time or the model gives no reply
   */
  <T> Timed<T> make(Duration within, Usage paid, Function<Duration, T> call) {
    if (!within.isPositive()) {
      throw NoReplyException.late(paid);
    }
    long start = System.nanoTime();
    try {
      T result = call.apply(within);
      return new Timed<>(result, since(start));
    } catch (ModelException e) {
      throw NoReplyException.failed(e, paid.plus(account.usage(e.spent(), since(start))));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}

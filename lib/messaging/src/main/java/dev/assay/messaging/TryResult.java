// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.CallFailure;
import dev.assay.contracts.Event;
import dev.assay.contracts.FurtherCallException;
import dev.assay.contracts.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What one try of a piece of work came to, as the work reports it; it waits for nothing itself. */
public sealed interface TryResult {

  /**
   * The work is done.
   *
   * @param events to publish; none if the event was nothing to this worker
   */
  record Done(List<? extends Event> events) implements TryResult {

    public Done(Event event) {
      this(List.of(event));
    }
  }

  /**
   * One call is made, and another one is wanted: that is for the next delivery.
   *
   * @param heard what the calls so far have brought
   */
  record Further(String heard) implements TryResult {}

  /**
   * The same may succeed later.
   *
   * @param delay how long at least, or empty if whoever was asked did not say
   * @param reason for people
   * @param spent what the try cost all the same
   */
  record RetryAfter(Optional<Duration> delay, String reason, Usage spent) implements TryResult {}

  /**
   * Trying again cannot help.
   *
   * @param reason for people
   * @param spent what the try cost all the same
   */
  record GiveUp(String reason, Usage spent) implements TryResult {

    /** A failure that nobody reported. */
    static GiveUp of(Throwable failure) {
      return new GiveUp(Failure.reason(failure), Usage.NONE);
    }
  }

  /**
   * Makes calls, and a value of what reports on one: that it failed, or that it is for later.
   *
   * @throws RuntimeException any other failure, as it is
   */
  static TryResult of(Supplier<? extends List<? extends Event>> calls) {
    try {
      return new Done(calls.get());
    } catch (FurtherCallException e) {
      return new Further(e.heard());
    } catch (RuntimeException e) {
      if (e instanceof CallFailure failure) {
        return failure.mayPass()
            ? new RetryAfter(failure.retryAfter(), Failure.reason(e), failure.spent())
            : new GiveUp(Failure.reason(e), failure.spent());
      }
      throw e;
    }
  }
}

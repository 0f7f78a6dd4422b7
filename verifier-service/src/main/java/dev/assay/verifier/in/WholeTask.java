// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.Event;
import dev.assay.contracts.Usage;
import dev.assay.messaging.DatabaseFailures;
import dev.assay.messaging.TryResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks up what a task refers to before it is worked; a database that is away is waited for. */
final class WholeTask {

  private WholeTask() {}

  /**
   * Works a task once.
   *
   * @param reading the task with all that it refers to; empty where nobody waits for it any more
   */
  static <T> TryResult work(Supplier<Optional<T>> reading, Function<T, Event> work) {
    Optional<T> whole;
    try {
      whole = reading.get();
    } catch (RuntimeException e) {
      if (DatabaseFailures.passes(e)) {
        return new TryResult.RetryAfter(
            Optional.empty(), "the database is away: " + e.getMessage(), Usage.NONE);
      }
      throw e;
    }
    return TryResult.of(() -> whole.map(work).map(List::of).orElse(List.of()));
  }
}

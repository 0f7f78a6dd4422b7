// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ModelException;
import dev.assay.model.Spent;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many calls a server is asked at a time, by all roles of the process together. Those beyond
 * wait here, where their deadlines are known, and not in a queue of the server's, where they are
 * not.
 */
final class Places {

  private static final Map<URI, Semaphore> LIMITED = new ConcurrentHashMap<>();

  private final @Nullable Semaphore free;
  private final HttpFailures failures;

  Places(OpenAiSettings settings, HttpFailures failures) {
    Integer most = settings.calls().most();
    // Of several roles that say otherwise of one server, the first counts.
    this.free =
        most == null
            ? null
            : LIMITED.computeIfAbsent(settings.endpoint(), _ -> new Semaphore(most, true));
    this.failures = failures;
  }

  /**
   * Takes a place; whoever has one gives it back.
   *
   * @throws ModelException if none is free in time
   */
  void take(Duration within) {
    try {
      if (free != null
          && !free.tryAcquire(TimeUnit.NANOSECONDS.convert(within), TimeUnit.NANOSECONDS)) {
        throw failures.crowded(
            "no place at the server within %s (expected: one of assay.role.model.calls.most)"
                .formatted(within));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.unreachable("interrupted", e, Spent.NOTHING);
    }
  }

  void giveBack() {
    if (free != null) {
      free.release();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import org.jspecify.annotations.Nullable;

/**
 * One piece of work that may be under way, so that it can be stopped from outside: its thread is
 * interrupted, and a model adapter that waits hangs up. Outside of {@link #begin} and {@link #end}
 * no interrupt reaches the thread, which publishes then.
 */
final class RunningWork {

  /** Why it was stopped. */
  enum Stop {
    /** Its problem is settled: nobody wants what it does. */
    SETTLED,
    /** Its problem's deadline has passed. */
    OVERDUE,
    /** The process ends: somebody else will do it. */
    GIVEN_BACK
  }

  private @Nullable Thread thread;
  private @Nullable Stop stop;

  /** The calling thread starts to work; one that was stopped before finds itself interrupted. */
  synchronized void begin() {
    thread = Thread.currentThread();
    if (stop != null) {
      thread.interrupt();
    }
  }

  synchronized void stop(Stop why) {
    if (stop == null) {
      stop = why;
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  /** Its work has ended; an interrupt that came from here is taken back. */
  synchronized void end() {
    thread = null;
    if (stop != null) {
      Thread.interrupted();
    }
  }

  /** Why it was stopped, or null if it was not. */
  synchronized @Nullable Stop stopped() {
    return stop;
  }
}

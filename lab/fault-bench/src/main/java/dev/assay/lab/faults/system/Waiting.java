// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what processes of their own come to in their own time. */
public final class Waiting {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int BETWEEN_MILLIS = 100;

  private Waiting() {}

  /**
   * Returns when it is so.
   *
   * @throws IllegalStateException if it is not so after ten minutes
   */
  public static void until(String what, BooleanSupplier so) {
    if (!within(LONGEST, so)) {
      throw new IllegalStateException("waited " + LONGEST + " in vain until " + what);
    }
  }

  /** Whether it came to be so in that time. */
  public static boolean within(Duration time, BooleanSupplier so) {
    long end = System.nanoTime() + time.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(BETWEEN_MILLIS);
    }
    return true;
  }

  /** Lets that many milliseconds pass. */
  public static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.time.Duration;

/**
 * How often something is tried, and how long after one try the next one comes.
 *
 * @param tries at least one
 */
record Patience(int tries, Duration between) {

  /** Lets the time between two tries pass. */
  void pause() {
    try {
      Thread.sleep(between);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two tries", e);
    }
  }
}

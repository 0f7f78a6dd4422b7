// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import java.time.Duration;
import java.util.Optional;

/** What waits to be worked, over all task topics: by it services are scaled, and work refused. */
public interface Backlog {

  /**
   * How long the oldest task has waited that nobody has begun; empty if none waits, and if that was
   * never known.
   */
  Optional<Duration> oldest();

  /** How many tasks nobody has finished, as last heard of; 0 if that was never known. */
  long waiting();
}

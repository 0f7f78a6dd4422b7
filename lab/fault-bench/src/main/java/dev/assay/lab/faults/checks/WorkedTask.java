// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.checks;

import java.util.HashSet;
import java.util.Set;

/** A task by what came of it on the topics. */
final class WorkedTask {

  private final String cause;
  private final Set<String> bodies = new HashSet<>();
  private long published = Long.MAX_VALUE;
  private int billed;

  /**
   * @param cause the id of the event that asked for it
   */
  WorkedTask(String cause) {
    this.cause = cause;
  }

  /** Something came of it; the same once more changes nothing. */
  void came(long at, String body, int calls) {
    published = Math.min(published, at);
    if (bodies.add(body)) {
      billed += calls;
    }
  }

  String cause() {
    return cause;
  }

  /** When the first of what came of it was published, in milliseconds since the epoch. */
  long published() {
    return published;
  }

  /** Whether something had come of it by then. */
  boolean published(long at) {
    return published <= at;
  }

  /** How many calls are on the bills of all that came of it. */
  int billed() {
    return billed;
  }
}

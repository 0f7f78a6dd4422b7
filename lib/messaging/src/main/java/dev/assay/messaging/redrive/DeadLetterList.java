// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import java.util.List;

/**
 * The newest dead letters of those that were meant, the oldest of them first.
 *
 * @param matching how many were meant, those included that are not here
 * @param complete false if there are more than are looked at at once, so that some were not seen
 */
public record DeadLetterList(List<Entry> entries, long matching, boolean complete) {

  public DeadLetterList {
    entries = List.copyOf(entries);
  }

  /**
   * A dead letter, and what became of it.
   *
   * @param redriven how often it was sent again
   */
  public record Entry(DeadLetter letter, int redriven) {}
}

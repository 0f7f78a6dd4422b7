// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import dev.assay.messaging.ledger.CommitNote;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far a group has come in a partition, as its last commit tells.
 *
 * @param next the lowest offset that is not done with
 * @param finished how many above it are
 * @param told whether the commit says what waits: those of other programs, and of earlier builds,
 *     do not
 * @param oldest when the oldest task that nobody has begun was published; empty where none waits,
 *     or where that is not told
 */
record Committed(long next, long finished, boolean told, Optional<Instant> oldest) {

  /** Of a group that has committed nothing there yet. */
  static Committed nothing(long beginning) {
    return new Committed(beginning, 0, false, Optional.empty());
  }

  static Committed of(OffsetAndMetadata commit) {
    CommitNote note = CommitNote.read(commit.offset(), commit.metadata());
    return new Committed(
        commit.offset(),
        note.finished().count(),
        CommitNote.isNote(commit.metadata()),
        note.oldest().filter(at -> at.isAfter(Instant.EPOCH)));
  }

  /** How many are not done with, before the end of the partition. */
  long waitingBefore(long end) {
    return Math.max(0, end - next - finished);
  }
}

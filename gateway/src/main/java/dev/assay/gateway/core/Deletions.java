// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.ProblemId;
import java.time.Instant;
import java.util.Optional;

/** Deletes what is kept of problems, where their callers want it gone. */
public interface Deletions {

  /**
   * Deletes everything that is kept of a problem but its id, and makes that known. One that is open
   * is given up, and deleted as soon as it has been settled.
   */
  Deletion delete(ProblemId id, Instant now);

  /** When it was deleted; empty if it was not. */
  Optional<Instant> deletedAt(ProblemId id);

  /** What became of a deletion. */
  enum Deletion {
    DELETED,
    /** It is to follow. */
    REQUESTED,
    UNKNOWN
  }
}

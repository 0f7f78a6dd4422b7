// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Looks for what other replicas recorded, for all who wait here together: one query, however many
 * they are. What was recorded here they are told without a look.
 */
public final class SharedLook {

  private final Problems problems;
  private final ProblemChanges changes;
  private final InstantSource clock;
  private final Duration poll;
  private Instant due = Instant.MIN;

  /**
   * @param poll how long what another replica recorded may go unnoticed
   */
  public SharedLook(Problems problems, ProblemChanges changes, InstantSource clock, Duration poll) {
    this.problems = problems;
    this.changes = changes;
    this.clock = clock;
    this.poll = poll;
  }

  /** For how long who waits should wait before the next call; news wake him before. */
  public Duration poll() {
    return poll;
  }

  /** The problem, if something is known to have been recorded after a sequence number. */
  public Optional<StoredProblem> newer(ProblemChanges.Watch watch, Problem problem, long seq) {
    Optional<StoredProblem> told = watch.newer(problem, seq);
    if (told.isPresent()) {
      return told;
    }
    if (isDue()) {
      changes.hear(problems.lastSeqs(changes.watched()));
    }
    return watch.heard() > seq ? problems.findNewer(problem.id(), seq) : Optional.empty();
  }

  private synchronized boolean isDue() {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return false;
    }
    due = now.plus(poll);
    return true;
  }
}

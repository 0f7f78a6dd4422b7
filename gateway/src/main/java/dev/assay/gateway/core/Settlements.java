// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Refusal.Kind;
import java.time.Duration;
import java.time.InstantSource;

/** Waits for problems to be settled, on behalf of callers who want their answer in the reply. */
public final class Settlements {

  private final Problems problems;
  private final Changes changes;
  private final InstantSource clock;
  private final Duration poll;
  private final Duration grace;

  /**
   * @param poll how long what another replica recorded may go unnoticed
   * @param grace how long after its deadline a problem may be settled
   */
  public Settlements(
      Problems problems, Changes changes, InstantSource clock, Duration poll, Duration grace) {
    this.problems = problems;
    this.changes = changes;
    this.clock = clock;
    this.poll = poll;
    this.grace = grace;
  }

  /**
   * Returns the problem once it is settled.
   *
   * @throws Refusal if it is not settled in time
   */
  public StoredProblem await(ProblemId id) {
    try (Changes.Watch watch = changes.watch(id)) {
      while (true) {
        StoredProblem found = problems.find(id).orElseThrow(() -> Submissions.unknown(id));
        if (found.settled()) {
          return found;
        }
        if (changes.stopped() || Thread.currentThread().isInterrupted()) {
          throw new Refusal(
              Kind.STOPPING, "this replica is stopping; problem " + id + " is worked on elsewhere");
        }
        if (clock.instant().isAfter(found.problem().deadline().plus(grace))) {
          throw new Refusal(
              Kind.TOO_LATE,
              "problem " + id + " was not settled by its deadline; it may be settled later");
        }
        watch.await(poll);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Refusal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for problems to be settled, on behalf of callers who want their answer in the reply. */
public final class SettlementWaiters {

  private final Problems problems;
  private final ProblemChanges changes;
  private final SharedLook look;
  private final InstantSource clock;
  private final Patience patience;
  private final Predicate<Throwable> isTransient;

  /**
   * How long to wait.
   *
   * @param grace how long after its deadline a problem may be settled
   * @param hangUp how long a problem that nobody waits for any more is worked on
   */
  public record Patience(Duration grace, Duration hangUp) {}

  /**
   * @param isTransient whether a failure of {@code problems} may pass: the problem has been taken,
   *     so that its caller is better off waiting
   */
  public SettlementWaiters(
      Problems problems,
      ProblemChanges changes,
      SharedLook look,
      InstantSource clock,
      Patience patience,
      Predicate<Throwable> isTransient) {
    this.problems = problems;
    this.changes = changes;
    this.look = look;
    this.clock = clock;
    this.patience = patience;
    this.isTransient = isTransient;
  }

  /**
   * Returns the problem once it is settled, or nothing if the caller has left before. A problem
   * that nobody waits for any more is cancelled, unless it has a name by which its caller can come
   * back to it.
   *
   * @param taken the problem as it was when it was taken, or found
   * @param keyed whether it has
   * @throws Refusal if it is not settled in time
   */
  public Optional<StoredProblem> await(StoredProblem taken, WaitingCaller caller, boolean keyed) {
    if (taken.settled()) {
      return Optional.of(taken);
    }
    Problem problem = taken.problem();
    try (ProblemChanges.Watch watch = changes.watch(problem.id())) {
      Presence presence = new Presence(problem.id(), caller, watch);
      long seen = taken.lastSeq();
      while (true) {
        StoredProblem found = newer(problem, watch, seen);
        if (found != null && found.settled()) {
          return Optional.of(found).filter(_ -> !presence.left);
        }
        seen = found == null ? seen : found.lastSeq();
        requireTime(problem);
        presence.look();
        if (presence.left && (keyed || (presence.isLongOver() && cancelled(problem.id())))) {
          return Optional.empty();
        }
        watch.await(look.poll());
      }
    }
  }

  private @Nullable StoredProblem newer(Problem problem, ProblemChanges.Watch watch, long seen) {
    try {
      return look.newer(watch, problem, seen).orElse(null);
    } catch (RuntimeException e) {
      return passing(e, null);
    }
  }

  private boolean cancelled(ProblemId id) {
    try {
      problems.cancel(id, clock.instant());
      return true;
    } catch (RuntimeException e) {
      return passing(e, false);
    }
  }

  private <T extends @Nullable Object> T passing(RuntimeException failure, T instead) {
    if (isTransient.test(failure)) {
      return instead;
    }
    throw failure;
  }

  private void requireTime(Problem problem) {
    if (changes.stopped() || Thread.currentThread().isInterrupted()) {
      throw new Refusal(
          Kind.STOPPING,
          "this replica is stopping; problem " + problem.id() + " is worked on elsewhere");
    }
    if (clock.instant().isAfter(problem.deadline().plus(patience.grace()))) {
      throw new Refusal(
          Kind.TOO_LATE,
          "problem " + problem.id() + " was not settled by its deadline; it may be settled later");
    }
  }

  /** Whether anybody waits for a problem, as far as one of its callers knows. */
  private final class Presence {

    private final ProblemId id;
    private final WaitingCaller caller;
    private final ProblemChanges.Watch watch;
    private Instant lastLook = clock.instant();
    private boolean left;

    /** Since when nobody does. */
    private @Nullable Instant alone;

    Presence(ProblemId id, WaitingCaller caller, ProblemChanges.Watch watch) {
      this.id = id;
      this.caller = caller;
      this.watch = watch;
    }

    /** To look costs a call and the connection's reuse: not for answers that come at once. */
    void look() {
      Instant now = clock.instant();
      if (!left && !now.isBefore(lastLook.plus(look.poll()))) {
        lastLook = now;
        left = caller.gone();
      }
      if (left) {
        watch.leave();
        alone = changes.waiting(id) ? null : Objects.requireNonNullElse(alone, now);
      }
    }

    boolean isLongOver() {
      return alone != null && !clock.instant().isBefore(alone.plus(patience.hangUp()));
    }
  }
}

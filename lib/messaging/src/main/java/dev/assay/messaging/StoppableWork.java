// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Task;
import dev.assay.messaging.RunningWork.Stop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work of the calling thread that is stopped when its problem is settled or nobody waits for it any
 * more: a call that hangs must not hold up its neighbours for longer.
 */
final class StoppableWork implements AutoCloseable {

  private final Event event;
  private final SettledProblems settled;
  private final RunningWork running = new RunningWork();
  private final CompletableFuture<@Nullable Stop> alarm = new CompletableFuture<>();

  /**
   * Begins it.
   *
   * @param grace how long after its problem's deadline it is stopped
   */
  StoppableWork(Event event, SettledProblems settled, InstantSource clock, Duration grace) {
    this.event = event;
    this.settled = settled;
    if (event instanceof Task task) {
      Instant end = task.problem().deadline().plus(grace);
      long left = Duration.between(clock.instant(), end).toMillis();
      alarm.completeOnTimeout(Stop.OVERDUE, left, TimeUnit.MILLISECONDS);
    }
    var _ = alarm.thenAccept(this::stop);
    settled.watch(event.problemId(), running);
    running.begin();
  }

  /** Why it was stopped, or null if it was not. */
  @Nullable Stop stopped() {
    return running.stopped();
  }

  /** Ends it. */
  @Override
  public void close() {
    running.end();
    settled.unwatch(event.problemId(), running);
    // Not cancelled, which would make two exceptions for each call.
    alarm.complete(null);
  }

  private void stop(@Nullable Stop why) {
    if (why != null) {
      running.stop(why);
    }
  }
}

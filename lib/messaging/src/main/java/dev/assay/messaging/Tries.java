// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Task;
import dev.assay.messaging.TryResult.Done;
import dev.assay.messaging.TryResult.GiveUp;
import dev.assay.messaging.TryResult.RetryAfter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one event worked until it is done, given up or stopped: tries again what may pass, and puts
 * what the failed tries cost on what follows.
 */
final class Tries<E extends Event> {

  private static final Logger LOG = LoggerFactory.getLogger(Tries.class);

  private final Work<E> work;
  private final Retries retries;
  private final SettledProblems settled;
  private final InstantSource clock;
  private final Duration grace;

  /**
   * @param grace how long after its problem's deadline work that does not end by itself is stopped
   */
  Tries(
      Work<E> work, Retries retries, SettledProblems settled, InstantSource clock, Duration grace) {
    this.work = work;
    this.retries = retries;
    this.settled = settled;
    this.clock = clock;
    this.grace = grace;
  }

  /**
   * Works the event on the calling thread.
   *
   * @throws IllegalStateException if the process is stopping: somebody else will work it
   */
  WorkResult work(E event) {
    if (late(event)) {
      return WorkResult.skipped(work.giveUp(event, Failure.pastDeadline()));
    }
    try (StoppableWork running = new StoppableWork(event, settled, clock, grace)) {
      return tryAgain(event, running);
    }
  }

  /** What follows in place of outputs that the broker will never take. */
  WorkResult unsendable(E event, List<? extends Event> outputs, UnsendableException why) {
    return givenUp(event, Failure.unsendable(why), Bill.of(outputs));
  }

  private WorkResult tryAgain(E event, StoppableWork running) {
    Bill bill = new Bill();
    int bought = 0;
    for (int tries = 1; ; tries++) {
      switch (perform(event)) {
        case Done(List<? extends Event> events) -> {
          return WorkResult.worked(bill.on(events));
        }
        case RetryAfter again -> {
          bill.add(again.spent());
          bought += again.spent().calls() > 0 ? 1 : 0;
          Retries.Tried tried = new Retries.Tried(tries, bought, again.delay());
          if (running.stopped() != null || !pause(event, tried)) {
            return ended(event, running, again.reason(), bill);
          }
        }
        case GiveUp(String reason, var spent) -> {
          bill.add(spent);
          return ended(event, running, reason, bill);
        }
      }
    }
  }

  private TryResult perform(E event) {
    try {
      return work.perform(event);
    } catch (RuntimeException | StackOverflowError e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.error("could not work {}", event.eventId(), e);
      }
      return GiveUp.of(e);
    }
  }

  /** Waits before the next try; false if there is none, or a stop comes first. */
  private boolean pause(E event, Retries.Tried tried) {
    Optional<Duration> delay = retries.delay(event, tried, clock.instant());
    try {
      if (delay.isPresent()) {
        Thread.sleep(delay.get());
      }
      return delay.isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private WorkResult ended(E event, StoppableWork running, String reason, Bill bill) {
    return switch (running.stopped()) {
      case SETTLED -> WorkResult.skipped(List.of());
      case OVERDUE -> givenUp(event, Failure.overdue(), bill);
      case GIVEN_BACK -> throw new IllegalStateException("given back: " + event.eventId());
      case null -> failed(event, reason, bill);
    };
  }

  private WorkResult failed(E event, String reason, Bill bill) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("stopped while working " + event.eventId() + ": " + reason);
    }
    Failure failure = new Failure(false, reason);
    // A call that its problem's deadline ended is no fault that people need to look at.
    return late(event)
        ? WorkResult.skipped(bill.on(work.giveUp(event, failure)))
        : givenUp(event, failure, bill);
  }

  private boolean late(E event) {
    return event instanceof Task task && clock.instant().isAfter(task.problem().deadline());
  }

  private WorkResult givenUp(E event, Failure failure, Bill bill) {
    return WorkResult.failed(bill.on(work.giveUp(event, failure)), failure.reason());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Task;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Has one event worked until it is done, given up or stopped: tries again what may pass, and puts
 * what the failed tries cost on what follows.
 */
final class Tries {

  private final Work work;
  private final Retries retries;
  private final SettledProblems settled;
  private final InstantSource clock;

  Tries(Work work, Retries retries, SettledProblems settled, InstantSource clock) {
    this.work = work;
    this.retries = retries;
    this.settled = settled;
    this.clock = clock;
  }

  /**
   * Works the event on the calling thread.
   *
   * @param running lets others stop it
   * @throws RuntimeException if the process is stopping: somebody else will work it
   */
  WorkResult work(Event event, RunningWork running) {
    if (late(event)) {
      return WorkResult.skipped(work.giveUp(event, Failure.pastDeadline()));
    }
    Bill bill = new Bill();
    settled.watch(event.problemId(), running);
    running.begin();
    try {
      return WorkResult.worked(bill.on(perform(event, running, bill)));
    } catch (RuntimeException | StackOverflowError e) {
      if (running.stopped() == null && Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return ended(event, running, e, bill);
    } finally {
      running.end();
      settled.unwatch(event.problemId(), running);
    }
  }

  /** What follows in place of outputs that the broker will never take. */
  WorkResult unsendable(Event event, List<? extends Event> outputs, UnsendableException why) {
    return givenUp(event, Failure.unsendable(why), Bill.of(outputs));
  }

  private WorkResult ended(Event event, RunningWork running, Throwable failure, Bill bill) {
    return switch (running.stopped()) {
      case SETTLED -> WorkResult.skipped(List.of());
      case OVERDUE -> givenUp(event, Failure.overdue(), bill);
      case null -> failed(event, Failure.of(failure), bill);
    };
  }

  /** A call that its problem's deadline ended is no fault that people need to look at. */
  private WorkResult failed(Event event, Failure failure, Bill bill) {
    return late(event)
        ? WorkResult.skipped(bill.on(work.giveUp(event, failure)))
        : givenUp(event, failure, bill);
  }

  private boolean late(Event event) {
    return event instanceof Task task && clock.instant().isAfter(task.problem().deadline());
  }

  private WorkResult givenUp(Event event, Failure failure, Bill bill) {
    return WorkResult.failed(bill.on(work.giveUp(event, failure)), failure.reason());
  }

  private List<? extends Event> perform(Event event, RunningWork running, Bill bill) {
    for (int tried = 1; ; tried++) {
      try {
        return work.perform(event);
      } catch (RuntimeException e) {
        bill.add(e);
        if (running.stopped() != null || !retries.again(tried, e) || !pause(event, tried)) {
          throw e;
        }
      }
    }
  }

  /** Waits before the next try; false if the deadline or a stop would come first. */
  private boolean pause(Event event, int tried) {
    Instant next = clock.instant().plus(retries.delay(tried));
    if (event instanceof Task task && next.isAfter(task.problem().deadline())) {
      return false;
    }
    try {
      Thread.sleep(retries.delay(tried));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.CallMemory;
import dev.assay.contracts.Event;
import dev.assay.contracts.FurtherCallException;
import dev.assay.contracts.Task;
import dev.assay.contracts.Usage;
import dev.assay.messaging.RunningWork.Stop;
import dev.assay.messaging.TryResult.Done;
import dev.assay.messaging.TryResult.Further;
import dev.assay.messaging.TryResult.GiveUp;
import dev.assay.messaging.TryResult.RetryAfter;
import dev.assay.messaging.WorkResult.Ended;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one event tried once: what comes of it is that it is done, given up, stopped, one call
 * further, or to be tried again; what earlier tries cost is put on what follows.
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
   * @param before what was tried of it so far
   * @param room the most bytes that another delivery can be told of what was heard; 0 for all of it
   *     to be done in this one
   * @throws IllegalStateException if the process is stopping: somebody else will work it
   */
  WorkResult work(E event, Tried before, int room) {
    CallMemory memory = before.heard().memory(event.eventId(), room);
    if (late(event)) {
      return WorkResult.skipped(
          charged(
              work.giveUp(event, Failure.pastDeadline()),
              before.spent().plus(memory.bill(Usage.NONE))));
    }
    try (StoppableWork running = new StoppableWork(event, settled, clock, grace)) {
      return switch (memory.during(() -> perform(event))) {
        case Done(List<? extends Event> events) ->
            WorkResult.worked(charged(events, before.spent().plus(memory.unused())));
        case Further(String heard) -> further(event, running, heard, before, memory);
        case RetryAfter again -> again(event, running, again, before, memory);
        case GiveUp(String reason, var spent) ->
            ended(event, running, reason, before.spent().plus(memory.bill(spent)));
      };
    }
  }

  /** What follows in place of outputs that the broker will never take. */
  Ended unsendable(E event, List<? extends Event> outputs, UnsendableException why) {
    Usage spent = outputs.stream().map(Event::cost).reduce(Usage.NONE, Usage::plus);
    return givenUp(event, Failure.unsendable(why), spent);
  }

  /** What was bought is kept, also where the process ends: others go on from there. */
  private WorkResult further(
      E event, StoppableWork running, String heard, Tried before, CallMemory memory) {
    Stop stopped = running.stopped();
    return stopped == null || stopped == Stop.GIVEN_BACK
        ? new WorkResult.Further(before.next(memory.unused(), heard))
        : ended(event, running, "", before.spent().plus(memory.bill(Usage.NONE)));
  }

  private WorkResult again(
      E event, StoppableWork running, RetryAfter failed, Tried before, CallMemory memory) {
    Usage all = before.spent().plus(memory.bill(failed.spent()));
    Tried tried = failed(failed.spent(), before, memory);
    Optional<Duration> delay =
        running.stopped() == null && !Thread.currentThread().isInterrupted()
            ? retries.delay(event, tried, failed.delay(), clock.instant())
            : Optional.empty();
    return delay.isPresent()
        ? WorkResult.postponed(delay.get(), tried)
        : ended(event, running, failed.reason(), all);
  }

  private static Tried failed(Usage spent, Tried before, CallMemory memory) {
    Usage lost = memory.lost(spent);
    return memory.isChanged()
        ? before.and(lost.plus(memory.unused()), before.heard().again(memory.heard()))
        : before.and(lost, before.heard());
  }

  private TryResult perform(E event) {
    try {
      return work.perform(event);
    } catch (FurtherCallException e) {
      return new Further(e.heard());
    } catch (RuntimeException | StackOverflowError e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.error("could not work {}", event.eventId(), e);
      }
      return GiveUp.of(e);
    }
  }

  private WorkResult ended(E event, StoppableWork running, String reason, Usage spent) {
    return switch (running.stopped()) {
      case SETTLED -> WorkResult.skipped(List.of());
      case OVERDUE -> givenUp(event, Failure.overdue(), spent);
      case GIVEN_BACK -> throw new IllegalStateException("given back: " + event.eventId());
      case null -> failed(event, reason, spent);
    };
  }

  private WorkResult failed(E event, String reason, Usage spent) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("stopped while working " + event.eventId() + ": " + reason);
    }
    Failure failure = new Failure(false, reason);
    // A call that its problem's deadline ended is no fault that people need to look at.
    return late(event)
        ? WorkResult.skipped(charged(work.giveUp(event, failure), spent))
        : givenUp(event, failure, spent);
  }

  private boolean late(E event) {
    return event instanceof Task task && clock.instant().isAfter(task.problem().deadline());
  }

  private Ended givenUp(E event, Failure failure, Usage spent) {
    return WorkResult.failed(charged(work.giveUp(event, failure), spent), failure.reason());
  }

  /** Puts what tries that failed have cost on the first of the events, once. */
  private static List<? extends Event> charged(List<? extends Event> events, Usage spent) {
    if (events.isEmpty() || spent.equals(Usage.NONE)) {
      return events;
    }
    List<Event> charged = new ArrayList<>(events);
    charged.set(0, charged.getFirst().charged(spent));
    return charged;
  }
}

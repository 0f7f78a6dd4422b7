// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Task;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/**
 * Runs stateless work: the records of a poll side by side, each on a virtual thread of its own. It
 * returns, and their offsets are committed, when the broker has everything that follows from them.
 * A crash before that repeats at most the calls of this poll.
 */
final class WorkConsumer implements Consumer<Message<List<byte[]>>> {

  private final Inlet inlet;
  private final Work work;
  private final Retries retries;
  private final Publisher publisher;
  private final SettledProblems settled;
  private final InstantSource clock;
  private final RecentIds done = new RecentIds(10_000);

  WorkConsumer(
      Inlet inlet,
      Work work,
      Retries retries,
      Publisher publisher,
      SettledProblems settled,
      InstantSource clock) {
    this.inlet = inlet;
    this.work = work;
    this.retries = retries;
    this.publisher = publisher;
    this.settled = settled;
    this.clock = clock;
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<?>> running = new LinkedHashMap<>();
      for (RawRecord record : RawRecord.of(batch)) {
        inlet.read(record).ifPresent(event -> start(record, event, threads, running));
      }
      running.values().forEach(WorkConsumer::await);
    }
  }

  private void start(
      RawRecord record, Event event, ExecutorService threads, Map<String, Future<?>> running) {
    // A duplicate within the poll would run beside the first, before that is done.
    if (running.containsKey(event.eventId())) {
      inlet.skipped(record);
    } else {
      running.put(event.eventId(), threads.submit(() -> run(record, event)));
    }
  }

  private void run(RawRecord record, Event event) {
    // A duplicate's outputs are on the broker already; working it again would buy a call twice.
    if (settled.contains(event.problemId()) || done.contains(event.eventId())) {
      inlet.skipped(record);
      return;
    }
    if (event instanceof Task task && clock.instant().isAfter(task.problem().deadline())) {
      publish(work.giveUp(event, Failure.pastDeadline()), event);
      inlet.skipped(record);
    } else {
      perform(record, event);
    }
    done.add(event.eventId());
  }

  private void perform(RawRecord record, Event event) {
    List<? extends Event> outputs;
    try {
      outputs = tryRepeatedly(event);
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      publish(work.giveUp(event, failure), event);
      inlet.failed(record, failure.reason());
      return;
    }
    publish(outputs, event);
    inlet.worked(record);
  }

  private List<? extends Event> tryRepeatedly(Event event) {
    for (int tried = 1; ; tried++) {
      try {
        return work.perform(event);
      } catch (RuntimeException e) {
        if (!retries.again(tried, e) || !pause(event, retries, tried)) {
          throw e;
        }
      }
    }
  }

  /** Waits before the next try; false if the deadline or a shutdown would come first. */
  private boolean pause(Event event, Retries retries, int tried) {
    Instant next = clock.instant().plus(retries.delay(tried));
    if (event instanceof Task task && next.isAfter(task.problem().deadline())) {
      return false;
    }
    try {
      Thread.sleep(retries.delay(tried));
      return !settled.contains(event.problemId());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void publish(List<? extends Event> outputs, Event cause) {
    outputs.forEach(output -> publisher.publish(output, cause.eventId()));
  }

  /** Lets a failure to publish reach the container, which delivers the poll again. */
  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while working", e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Task;
import dev.assay.messaging.RunningWork.Stop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Runs stateless work: the records of a poll side by side, each on a virtual thread of its own. It
 * returns, and their offsets are committed, when the broker has everything that follows from them.
 * A crash before that repeats at most the calls of this poll.
 */
final class WorkConsumer implements Consumer<Message<List<byte[]>>> {

  private static final Logger LOG = LoggerFactory.getLogger(WorkConsumer.class);

  private final RecordIntake inlet;
  private final Tries tries;
  private final Publisher publisher;
  private final SettledProblems settled;
  private final InstantSource clock;
  private final Duration grace;
  private final RecentIds done = new RecentIds(10_000);
  private final Unpublished unpublished = new Unpublished();

  /**
   * @param grace how long after its problem's deadline work that does not end by itself is stopped
   */
  WorkConsumer(
      RecordIntake inlet,
      Tries tries,
      Publisher publisher,
      SettledProblems settled,
      InstantSource clock,
      Duration grace) {
    this.inlet = inlet;
    this.tries = tries;
    this.publisher = publisher;
    this.settled = settled;
    this.clock = clock;
    this.grace = grace;
  }

  /** A record that is being worked. */
  private record Job(Event event, RunningWork running, Future<?> end) {}

  @Override
  public void accept(Message<List<byte[]>> batch) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Job> jobs = new LinkedHashMap<>();
      for (RawRecord record : RawRecord.of(batch)) {
        inlet.read(record).ifPresent(event -> start(record, event, threads, jobs));
      }
      awaitAll(jobs.values());
    }
  }

  private void start(
      RawRecord record, Event event, ExecutorService threads, Map<String, Job> jobs) {
    // A duplicate within the poll would run beside the first, before that is done.
    if (jobs.containsKey(event.eventId())) {
      inlet.skipped(record);
    } else {
      RunningWork running = new RunningWork();
      Future<?> end = threads.submit(() -> run(record, event, running));
      jobs.put(event.eventId(), new Job(event, running, end));
    }
  }

  private void run(RawRecord record, Event event, RunningWork running) {
    String id = event.eventId();
    // A duplicate's outputs are on the broker already; working it again would buy a call twice.
    if (settled.contains(event.problemId()) || done.contains(id)) {
      inlet.skipped(record);
      unpublished.remove(id);
      return;
    }
    WorkResult before = unpublished.find(id);
    WorkResult result = before == null ? tries.work(event, running) : before;
    try {
      finish(record, event, result);
    } catch (RuntimeException e) {
      unpublished.add(id, result);
      throw e;
    }
    unpublished.remove(id);
    done.add(id);
  }

  private void finish(RawRecord record, Event event, WorkResult result) {
    UnsendableException refusal = publish(result, event);
    if (refusal == null) {
      count(record, result);
      return;
    }
    WorkResult instead = tries.unsendable(event, result.outputs(), refusal);
    if (publish(instead, event) != null) {
      LOG.error("nobody can be told that {} failed", event.eventId());
    }
    count(record, instead);
  }

  /** Why one of the outputs can never be sent, or null if the broker has them all. */
  private @Nullable UnsendableException publish(WorkResult result, Event cause) {
    try {
      result.outputs().forEach(output -> publisher.publish(output, cause.eventId()));
      return null;
    } catch (UnsendableException e) {
      return e;
    }
  }

  private void count(RawRecord record, WorkResult result) {
    switch (result.outcome()) {
      case WORKED -> inlet.worked(record);
      case SKIPPED -> inlet.skipped(record);
      case FAILED -> inlet.failed(record, result.reason());
    }
  }

  /** Lets a failure to publish reach the container, which delivers the poll again. */
  private void awaitAll(Iterable<Job> jobs) {
    RuntimeException failure = null;
    for (Job job : jobs) {
      try {
        await(job);
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void await(Job job) {
    try {
      stopIfOverdue(job);
      job.end().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while working", e);
    }
  }

  /** A call that hangs must not hold up the poll for longer than somebody waits for it. */
  private void stopIfOverdue(Job job) throws InterruptedException, ExecutionException {
    if (job.event() instanceof Task task) {
      Duration left = Duration.between(clock.instant(), task.problem().deadline().plus(grace));
      try {
        job.end().get(left.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        job.running().stop(Stop.OVERDUE);
      }
    }
  }
}

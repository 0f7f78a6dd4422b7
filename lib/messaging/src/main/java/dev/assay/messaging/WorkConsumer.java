// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/**
 * Runs stateless work by polls: the records of one side by side, each on a virtual thread of its
 * own. It returns, and their offsets are committed, when the broker has everything that follows
 * from them. A crash before that repeats at most the calls of this poll.
 */
final class WorkConsumer<E extends Event> implements Consumer<Message<List<byte[]>>> {

  private final RecordIntake<E> intake;
  private final RecordWorker<E> worker;

  WorkConsumer(RecordIntake<E> intake, RecordWorker<E> worker) {
    this.intake = intake;
    this.worker = worker;
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (RawRecord record : RawRecord.of(batch)) {
        intake
            .read(record)
            .ifPresent(received -> ends.add(threads.submit(() -> worker.work(received))));
      }
      awaitAll(ends);
    }
  }

  /** Lets a failure to publish reach the container, which delivers the poll again. */
  private static void awaitAll(List<Future<?>> ends) {
    RuntimeException failure = null;
    for (Future<?> end : ends) {
      try {
        await(end);
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void await(Future<?> end) {
    try {
      end.get();
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

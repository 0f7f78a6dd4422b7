// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/**
 * Hands records over as an input does: side by side, and again when they were put off, but without
 * the wait. It returns when all have ended, and throws the first failure.
 */
final class Hands implements Consumer<Message<List<RawRecord>>> {

  /** How long records were put off, in the order in which they were. */
  final List<Duration> waits = new ArrayList<>();

  private final RecordWorker<?> worker;

  Hands(RecordWorker<?> worker) {
    this.worker = worker;
  }

  @Override
  public void accept(Message<List<RawRecord>> records) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      records.getPayload().forEach(record -> ends.add(threads.submit(() -> workToItsEnd(record))));
      await(ends);
    }
  }

  /** Hands over one record on the calling thread. */
  void workHere(Event event) {
    workToItsEnd(Poll.of(event).getPayload().getFirst());
  }

  private void workToItsEnd(RawRecord record) {
    InHand delivery = new InHand(record);
    do {
      delivery.putOff = false;
      worker.work(delivery);
      delivery.first = false;
    } while (delivery.putOff);
  }

  private static void await(List<Future<?>> ends) {
    RuntimeException failure = null;
    for (Future<?> end : ends) {
      try {
        end.get();
      } catch (ExecutionException e) {
        failure = failure == null ? (RuntimeException) e.getCause() : failure;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private final class InHand implements Delivery {

    private final RawRecord record;
    private Tried tried;
    private boolean first = true;
    private boolean putOff;

    InHand(RawRecord record) {
      this.record = record;
      this.tried = Tried.of(record);
    }

    @Override
    public RawRecord record() {
      return record;
    }

    @Override
    public boolean first() {
      return first;
    }

    @Override
    public Tried tried() {
      return tried;
    }

    @Override
    public void postpone(Duration delay, Tried so) {
      synchronized (waits) {
        waits.add(delay);
      }
      tried = so;
      putOff = true;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.messaging.ledger.OffsetRuns;
import dev.assay.messaging.ledger.PartitionLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places of one input: hands tasks over, each on a virtual thread of its own, as many at a time
 * as there are places, and takes them in any order. What waits for its next try, or for another
 * process to be done with it, holds no place. Safe for threads.
 */
final class WorkSlots {

  private static final Logger LOG = LoggerFactory.getLogger(WorkSlots.class);

  /** How long a process that has lent a record may say nothing before the record is taken back. */
  static final Duration LEASE = Duration.ofSeconds(10);

  /**
   * After this a record that could not be handed over is handed over again, twice as late each
   * time.
   */
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);

  private static final int MOST_DOUBLINGS = 4;

  /** Nothing is put off for longer, whatever a record says. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Limits limits;
  private final Consumer<TaskInHand> work;
  private final WorkNotes notes;
  private final InstantSource clock;
  private final FairQueue<TaskInHand> queue;
  private final PriorityQueue<Delayed> delayed =
      new PriorityQueue<>(Comparator.comparing(Delayed::due));
  private final Map<Key, Delayed> lent = new LinkedHashMap<>();
  private int running;
  private long waitingBytes;
  private boolean stopping;

  /**
   * How much a process takes in hand.
   *
   * @param places how many tasks are worked at a time
   * @param records that are read ahead of those that are worked
   * @param bytes of their bodies
   */
  record Limits(int places, int records, long bytes) {}

  private record Delayed(TaskInHand task, Instant due) {}

  private record Key(PartitionLedger ledger, long offset) {}

  /**
   * @param work is handed a task, and returns when it is done with or put off
   */
  WorkSlots(Limits limits, Consumer<TaskInHand> work, WorkNotes notes, InstantSource clock) {
    this.limits = limits;
    this.work = work;
    this.notes = notes;
    this.clock = clock;
    this.queue = new FairQueue<>(limits.places());
  }

  /** Takes a task in: to be worked as soon as there is a place and it is due. */
  synchronized void add(TaskInHand task) {
    waitingBytes += task.bytes();
    Instant now = clock.instant();
    Instant due = task.due().orElse(now);
    if (due.isAfter(now)) {
      Instant last = now.plus(LONGEST_WAIT);
      delayed.add(new Delayed(task, due.isBefore(last) ? due : last));
    } else {
      queue.add(task.line(), task);
      hand();
    }
  }

  /** Keeps a task that another process works, in case it does not end it. */
  synchronized void addLent(TaskInHand task) {
    waitingBytes += task.bytes();
    lent.put(new Key(task.ledger(), task.offset()), new Delayed(task, clock.instant().plus(LEASE)));
  }

  /** Something was said of tasks that another process works, or has worked. */
  synchronized void hear(PartitionLedger ledger, WorkNote note) {
    switch (note.kind()) {
      case HELD -> prolong(ledger, note.offsets());
      case RETURNED -> takeBack(held -> ofNote(held, ledger, note.offsets()));
      case DONE -> done(ledger, note.offsets());
    }
  }

  private static boolean ofNote(Delayed held, PartitionLedger ledger, OffsetRuns offsets) {
    return held.task().ledger() == ledger && offsets.contains(held.task().offset());
  }

  private void prolong(PartitionLedger ledger, OffsetRuns offsets) {
    Instant end = clock.instant().plus(LEASE);
    lent.replaceAll(
        (_, held) -> ofNote(held, ledger, offsets) ? new Delayed(held.task(), end) : held);
  }

  private void done(PartitionLedger ledger, OffsetRuns offsets) {
    Iterator<Delayed> all = lent.values().iterator();
    while (all.hasNext()) {
      Delayed held = all.next();
      if (ofNote(held, ledger, offsets)) {
        all.remove();
        waitingBytes -= held.task().bytes();
        ledger.finish(held.task().offset());
      }
    }
  }

  private void takeBack(java.util.function.Predicate<Delayed> which) {
    Iterator<Delayed> all = lent.values().iterator();
    while (all.hasNext()) {
      Delayed held = all.next();
      if (which.test(held)) {
        all.remove();
        queue.add(held.task().line(), held.task());
      }
    }
    hand();
  }

  /**
   * Lets time pass: hands over what is due by now.
   *
   * @param hearing whether everything that was said of lent tasks has been heard; if not, who lent
   *     them may have spoken
   */
  synchronized void pass(boolean hearing) {
    Instant now = clock.instant();
    while (!delayed.isEmpty() && !delayed.peek().due().isAfter(now)) {
      TaskInHand task = delayed.remove().task();
      queue.add(task.line(), task);
    }
    if (hearing) {
      takeBack(held -> !held.due().isAfter(now));
    } else {
      Instant end = now.plus(LEASE);
      lent.replaceAll((_, held) -> new Delayed(held.task(), end));
    }
    hand();
  }

  private void hand() {
    while (!stopping && running < limits.places()) {
      Optional<TaskInHand> next = queue.next();
      if (next.isEmpty()) {
        return;
      }
      TaskInHand task = next.get();
      waitingBytes -= task.bytes();
      running++;
      task.ledger().begin(task.offset());
      Thread.ofVirtual().name("work").start(() -> run(task));
    }
  }

  private void run(TaskInHand task) {
    try {
      work.accept(task);
      ended(task);
    } catch (RuntimeException | StackOverflowError e) {
      failed(task, e);
    }
  }

  private synchronized void ended(TaskInHand task) {
    leave(task);
    Duration delay = task.takeDelay();
    if (delay != null) {
      again(task, delay);
    } else if (!task.ledger().finish(task.offset())) {
      notes.end(task, WorkNote.Kind.DONE);
    }
    hand();
  }

  private synchronized void failed(TaskInHand task, Throwable failure) {
    leave(task);
    if (!stopping) {
      LOG.warn("could not work a record of {}, trying again: {}", task.topic(), failure.toString());
    }
    int doublings = Math.min(task.fail() - 1, MOST_DOUBLINGS);
    again(task, FIRST_BACK_OFF.multipliedBy(1L << doublings));
    hand();
  }

  private void leave(TaskInHand task) {
    running--;
    queue.giveBack(task.line());
    notifyAll();
  }

  private void again(TaskInHand task, Duration delay) {
    if (task.ledger().putBack(task.offset())) {
      waitingBytes += task.bytes();
      delayed.add(new Delayed(task, clock.instant().plus(delay)));
    } else {
      notes.end(task, WorkNote.Kind.RETURNED);
    }
  }

  /** Forgets what waits of a partition that goes to another process. */
  synchronized void forget(PartitionLedger ledger) {
    queue.removeIf(task -> forgotten(task, ledger));
    delayed.removeIf(each -> forgotten(each.task(), ledger));
    lent.values().removeIf(each -> forgotten(each.task(), ledger));
  }

  private boolean forgotten(TaskInHand task, PartitionLedger ledger) {
    boolean gone = task.ledger() == ledger;
    waitingBytes -= gone ? task.bytes() : 0;
    return gone;
  }

  /** Whether enough is read ahead. */
  synchronized boolean full() {
    return queue.size() + delayed.size() + lent.size() >= limits.records()
        || waitingBytes >= limits.bytes();
  }

  /** Whether anything is in hand. */
  synchronized boolean busy() {
    return running > 0 || queue.size() > 0 || !delayed.isEmpty() || !lent.isEmpty();
  }

  /** Hands nothing over any more; what was handed over goes on. */
  synchronized void stop() {
    stopping = true;
  }

  /**
   * Waits until all that was handed over has ended.
   *
   * @return whether it has
   */
  synchronized boolean awaitEnd(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (long left = most.toMillis(); running > 0 && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return running == 0;
  }
}

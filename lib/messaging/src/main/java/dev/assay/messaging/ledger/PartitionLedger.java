// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What has become of the records of a partition while it is this process's: each is taken, begun
 * and finished, in any order. Safe for threads.
 */
public final class PartitionLedger {

  /** With more runs than this the note of a commit may not hold them all. */
  private static final int MOST_RUNS = 500;

  private final OffsetRuns finished;
  private final OffsetRuns lent;
  private final OffsetRuns begun = new OffsetRuns();

  /** When those were published that nobody has begun, by their offsets. */
  private final NavigableMap<Long, Instant> waiting = new TreeMap<>();

  private long next;
  private long position;
  private boolean changed;
  private boolean saidToWait;
  private boolean handedOver;

  /**
   * @param note as the last commit of the partition left it
   */
  public PartitionLedger(CommitNote note) {
    this.next = note.next();
    this.position = note.next();
    this.finished = note.finished().copy();
    this.lent = note.lent().copy();
  }

  /** What becomes of a record that was read. */
  public enum Taken {
    /** It is to be worked. */
    FRESH,
    /** It is done with. */
    FINISHED,
    /** Another process has it in hand. */
    LENT
  }

  /**
   * A record was read: those between it and the one before do not exist any more.
   *
   * @param published when the broker got it
   */
  public synchronized Taken take(long offset, Instant published) {
    if (offset > position) {
      finished.add(position, offset);
      advance();
    }
    position = Math.max(position, offset + 1);
    if (offset < next || finished.contains(offset)) {
      return Taken.FINISHED;
    }
    waiting.put(offset, published);
    return lent.contains(offset) ? Taken.LENT : Taken.FRESH;
  }

  /** Somebody here works the record now, whoever had it before. */
  public synchronized void begin(long offset) {
    begun.add(offset);
    lent.remove(offset);
    waiting.remove(offset);
  }

  /**
   * The record that was begun is not worked now, and will be begun again.
   *
   * @return false if the partition is not this process's any more, so that its new owner is to hear
   *     of it
   */
  public synchronized boolean putBack(long offset) {
    begun.remove(offset);
    return !handedOver;
  }

  /**
   * The record is done with.
   *
   * @return false if the partition is not this process's any more, so that its new owner is to hear
   *     of it
   */
  public synchronized boolean finish(long offset) {
    begun.remove(offset);
    lent.remove(offset);
    waiting.remove(offset);
    if (handedOver) {
      return false;
    }
    if (offset >= next && !finished.contains(offset)) {
      finished.add(offset);
      advance();
      changed = true;
    }
    return true;
  }

  private void advance() {
    if (finished.contains(next)) {
      next = finished.takeFrom(next);
      changed = true;
    }
  }

  /** Whether something is to be committed. */
  public synchronized boolean changed() {
    return changed;
  }

  /** So many gaps that no more records should be taken before some have closed. */
  public synchronized boolean scattered() {
    return finished.size() > MOST_RUNS;
  }

  /** What is to be committed now, which counts as committed; see {@link #commitAnew}. */
  public synchronized CommitNote commit() {
    changed = false;
    Map.Entry<Long, Instant> oldest = waiting.firstEntry();
    saidToWait = oldest != null;
    return new CommitNote(
        next,
        finished.copy(),
        lent.copy(),
        Optional.ofNullable(oldest).map(Map.Entry::getValue),
        false);
  }

  /** Has it committed anew: the last commit failed, or what waits has changed. */
  public synchronized void commitAnew() {
    changed = true;
  }

  /**
   * The partition goes to another process; what is begun goes on here and is lent to it.
   *
   * @return what is to be committed last
   */
  public synchronized CommitNote handOver() {
    handedOver = true;
    OffsetRuns all = lent.copy();
    all.addAll(begun);
    return new CommitNote(next, finished.copy(), all, Optional.empty(), true);
  }

  /** Whether any record waits that nobody has begun, or the last commit said so. */
  public synchronized boolean waits() {
    return saidToWait || !waiting.isEmpty();
  }

  /** Of a partition that was handed over, what is still worked here; empty when all has ended. */
  public synchronized OffsetRuns stillBegun() {
    return begun.copy();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.messaging.Publisher;
import dev.assay.messaging.UnsendableException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that are published straight after their commit, by the thread that committed them. They are
 * deleted later, many at a time; what does not get that far the relay finds, as after a crash.
 *
 * <p>No more of them are on their way than there is a bound for, and while the broker is away none
 * sets out: whoever commits must not wait for it.
 */
final class Departures {

  private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

  private static final int MOST_ROWS = 4_096;
  private static final long MOST_BYTES = 8L << 20;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final Publisher publisher;

  /** Bytes by row; none before the commit. */
  private final Map<Long, Integer> underWay = new HashMap<>();

  private final Set<Long> arrived = new HashSet<>();
  private final Map<Long, Hopeless> hopeless = new HashMap<>();
  private long bytes;
  private boolean left;
  private long closedUntil = System.nanoTime();

  Departures(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Rows of a transaction that is about to commit: from now on they are looked after here. */
  synchronized void announce(List<Long> ids) {
    ids.forEach(id -> underWay.put(id, 0));
  }

  /** Rows of a transaction that did not commit, as far as is known. */
  synchronized void cancel(List<Long> ids) {
    ids.forEach(underWay::remove);
  }

  /**
   * Publishes rows that have been committed.
   *
   * @return whether there was nothing to be deleted before, so that somebody should look again
   */
  boolean depart(List<Long> ids, List<NewRow> rows) {
    boolean first = idle();
    if (!admit(ids, rows)) {
      return first;
    }
    for (int i = 0; i < rows.size(); i++) {
      Long id = ids.get(i);
      var _ = publish(rows.get(i)).whenComplete((_, failure) -> arrive(id, failure));
    }
    return first;
  }

  private CompletableFuture<Void> publish(NewRow row) {
    try {
      return publisher.publish(row.record());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private synchronized boolean idle() {
    return bytes == 0 && arrived.isEmpty() && hopeless.isEmpty();
  }

  private synchronized boolean admit(List<Long> ids, List<NewRow> rows) {
    long more = rows.stream().mapToLong(row -> row.record().body().length).sum();
    boolean full = bytes > 0 && (bytes + more > MOST_BYTES || underWay.size() > MOST_ROWS);
    if (full || System.nanoTime() - closedUntil < 0) {
      cancel(ids);
      left = true;
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      underWay.put(ids.get(i), rows.get(i).record().body().length);
    }
    bytes += more;
    return true;
  }

  private synchronized void arrive(Long id, @Nullable Throwable failure) {
    Integer size = underWay.remove(id);
    bytes -= size == null ? 0 : size;
    switch (failure) {
      case null -> arrived.add(id);
      case UnsendableException e -> hopeless.put(id, new Hopeless(id, e.getMessage()));
      default -> close(failure);
    }
    notifyAll();
  }

  private void close(Throwable failure) {
    if (!left) {
      LOG.warn("an event did not reach the broker, trying again: {}", failure.toString());
    }
    left = true;
    closedUntil = System.nanoTime() + AFTER_FAILURE.toNanos();
  }

  /** Rows that the broker has, to be deleted. */
  synchronized List<Long> arrived() {
    return List.copyOf(arrived);
  }

  /** Rows that it will never have. */
  synchronized List<Hopeless> hopeless() {
    return List.copyOf(hopeless.values());
  }

  /** These are gone. */
  synchronized void forget(Collection<Long> ids) {
    arrived.removeAll(ids);
    hopeless.keySet().removeAll(ids);
  }

  /** All rows that nobody else need look after. */
  synchronized Set<Long> all() {
    Set<Long> all = new HashSet<>(underWay.keySet());
    all.addAll(arrived);
    all.addAll(hopeless.keySet());
    return all;
  }

  /** Whether rows have been left to the relay since this was last asked. */
  synchronized boolean takeLeft() {
    boolean before = left;
    left = false;
    return before;
  }

  /** Returns when nothing is under way, or after so long. */
  synchronized void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (long now = System.nanoTime(); bytes > 0 && now - end < 0; now = System.nanoTime()) {
      wait(Math.max(1, (end - now) / 1_000_000));
    }
  }
}

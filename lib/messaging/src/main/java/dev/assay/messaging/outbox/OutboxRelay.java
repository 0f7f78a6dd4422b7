// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.messaging.Publisher;
import dev.assay.messaging.UnsendableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes rows that were published as they were committed, and carries what was left to the broker,
 * as bytes: by a crash, by another build, or while the broker was away. Such a row is deleted in
 * the transaction that read it, after the broker has its record; a crash in between publishes the
 * event again, under the same id. Replicas share the work by skipping each other's locked rows.
 * What becomes of one row is nothing to the rows of other subjects.
 */
final class OutboxRelay implements AutoCloseable {

  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration BATCH = Duration.ofMillis(100);

  /** Whoever committed a row so long ago, and still runs, has seen to it. */
  private static final Duration LEFT_AFTER = Duration.ofSeconds(5);

  private static final Duration LAST_DEPARTURES = Duration.ofSeconds(5);

  private final OutboxTable table;
  private final TransactionTemplate transaction;
  private final Publisher publisher;
  private final Departures departures;
  private final HopelessRows hopelessRows;
  private long nextSearch = System.nanoTime();

  OutboxRelay(
      OutboxTable table,
      TransactionTemplate transaction,
      Publisher publisher,
      Departures departures,
      HopelessRows hopelessRows) {
    this.table = table;
    this.transaction = transaction;
    this.publisher = publisher;
    this.departures = departures;
    this.hopelessRows = hopelessRows;
  }

  /** What became of the rows of one subject, or of all. */
  private static final class Outcomes {
    final List<Long> sent = Collections.synchronizedList(new ArrayList<>());
    final List<Hopeless> hopeless = Collections.synchronizedList(new ArrayList<>());
    final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());

    boolean nothing() {
      return sent.isEmpty() && hopeless.isEmpty();
    }
  }

  /**
   * One turn: what has arrived by itself, and of what was left as many rows as a batch takes.
   *
   * @throws RuntimeException if the broker did not take some of them, which stay
   */
  Duration turn() {
    boolean ended = finish();
    boolean left = departures.takeLeft();
    if (left || System.nanoTime() - nextSearch >= 0) {
      Outcomes outcomes = search(left ? Duration.ZERO : LEFT_AFTER);
      if (!outcomes.nothing()) {
        return Duration.ZERO;
      }
      nextSearch = System.nanoTime() + IDLE.toNanos();
    }
    return ended || !departures.all().isEmpty() ? BATCH : IDLE;
  }

  /** Whether there was anything. */
  private boolean finish() {
    List<Long> arrived = departures.arrived();
    table.delete(arrived);
    departures.forget(arrived);
    List<Hopeless> hopeless = departures.hopeless();
    for (Hopeless row : hopeless) {
      hopelessRows.remove(row);
      departures.forget(List.of(row.id()));
    }
    return !arrived.isEmpty() || !hopeless.isEmpty();
  }

  private Outcomes search(Duration leftFor) {
    Outcomes outcomes = Objects.requireNonNull(transaction.execute(_ -> relay(leftFor)));
    outcomes.hopeless.forEach(hopelessRows::remove);
    if (!outcomes.failures.isEmpty()) {
      throw outcomes.failures.getFirst();
    }
    return outcomes;
  }

  private Outcomes relay(Duration leftFor) {
    Outcomes outcomes = new Outcomes();
    Map<String, List<OutboxRow>> bySubject =
        table.lockFirst(leftFor, departures.all()).stream()
            .collect(
                Collectors.groupingBy(OutboxRow::subject, LinkedHashMap::new, Collectors.toList()));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      bySubject.values().forEach(rows -> threads.execute(() -> inOrder(rows, outcomes)));
    }
    table.delete(outcomes.sent);
    return outcomes;
  }

  /** Behind a row that stays all others of its subject stay too, or they would overtake it. */
  private void inOrder(List<OutboxRow> rows, Outcomes outcomes) {
    try {
      for (OutboxRow row : rows) {
        String refusal = send(row);
        if (refusal == null) {
          outcomes.sent.add(row.id());
        } else {
          outcomes.hopeless.add(new Hopeless(row.id(), refusal));
        }
      }
    } catch (RuntimeException e) {
      outcomes.failures.add(e);
    }
  }

  /** Why the row can never be sent, or null if the broker has it. */
  private @Nullable String send(OutboxRow row) {
    try {
      publisher.publishNow(row.record());
      return null;
    } catch (UnsendableException e) {
      return e.getMessage();
    }
  }

  /**
   * Deletes what has arrived when everything else has stopped, so that nobody publishes it again.
   */
  @Override
  public void close() {
    try {
      departures.await(LAST_DEPARTURES);
      finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

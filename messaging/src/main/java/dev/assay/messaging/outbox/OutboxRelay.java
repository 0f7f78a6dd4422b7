// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import dev.assay.messaging.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries the outbox to the broker. A row is deleted in the transaction that read it, after the
 * broker has its event; a crash in between publishes the event again, under the same id. Replicas
 * share the work by skipping each other's locked rows.
 */
final class OutboxRelay implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 256;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Publisher publisher;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile @Nullable Thread thread;

  OutboxRelay(JdbcClient jdbc, TransactionTemplate transaction, Publisher publisher) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.publisher = publisher;
  }

  /** A row says what is to be published; rows of one subject are published in order. */
  private record Row(
      long id, String topic, String subject, @Nullable String causedBy, String body) {

    Event event() {
      Topic<?> known =
          Topic.ALL.stream()
              .filter(each -> each.name().equals(topic))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("outbox row for topic " + topic));
      return switch (EventCodec.decode(known, body.getBytes(StandardCharsets.UTF_8))) {
        case Decoded.Known<? extends Event>(Event event) -> event;
        case Decoded<?> other -> throw new IllegalStateException("outbox row " + id + ": " + other);
      };
    }
  }

  void wake() {
    wakeUps.release();
  }

  @Override
  public void start() {
    // Known before it runs: it ends at once where it does not find itself here.
    Thread next = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    thread = next;
    next.start();
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        Integer sent = transaction.execute(_ -> relay());
        await(sent != null && sent == BATCH ? Duration.ZERO : IDLE);
      } catch (RuntimeException e) {
        LOG.warn("could not publish from the outbox, trying again: {}", e.toString());
        await(AFTER_FAILURE);
      }
    }
  }

  private int relay() {
    List<Row> rows =
        jdbc.sql(
                """
                select id, topic, subject, caused_by, body from outbox
                order by id limit :most for update skip locked
                """)
            .param("most", BATCH)
            .query(Row.class)
            .list();
    if (!rows.isEmpty()) {
      publish(rows);
      jdbc.sql("delete from outbox where id in (:ids)")
          .param("ids", rows.stream().map(Row::id).toList())
          .update();
    }
    return rows.size();
  }

  private void publish(List<Row> rows) {
    Map<String, List<Row>> bySubject =
        rows.stream()
            .collect(Collectors.groupingBy(Row::subject, LinkedHashMap::new, Collectors.toList()));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Collection<List<Row>> groups = bySubject.values();
      CompletableFuture.allOf(
              groups.stream()
                  .map(group -> CompletableFuture.runAsync(() -> inOrder(group), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  private void inOrder(List<Row> rows) {
    rows.forEach(row -> publisher.publish(row.event(), row.causedBy()));
  }

  private void await(Duration most) {
    try {
      if (wakeUps.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread = null;
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      wake();
      try {
        running.join(Duration.ofSeconds(30));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** After the bindings have started, and before they stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 500;
  }
}

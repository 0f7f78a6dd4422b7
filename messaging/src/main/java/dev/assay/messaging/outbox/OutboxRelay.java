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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries the outbox to the broker. A row is deleted in the transaction that read it, after the
 * broker has its event; a crash in between publishes the event again, under the same id. Replicas
 * share the work by skipping each other's locked rows.
 */
final class OutboxRelay {

  private static final int BATCH = 256;
  private static final Duration IDLE = Duration.ofMillis(500);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Publisher publisher;

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

  /** One turn: as many rows as a batch takes. */
  Duration turn() {
    Integer sent = transaction.execute(_ -> relay());
    return sent != null && sent == BATCH ? Duration.ZERO : IDLE;
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
}

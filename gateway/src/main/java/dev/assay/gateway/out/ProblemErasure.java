// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.ProblemId;
import dev.assay.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes the rows of problems within the caller's transaction, and remembers their ids. */
final class ProblemErasure {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final InstantSource clock;

  ProblemErasure(JdbcClient jdbc, Outbox outbox, InstantSource clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Deletes what is kept of a problem, as its caller wants, and makes it known. */
  void erase(ProblemId id) {
    // What is published and what is kept must be the same instant.
    Instant now = Instant.ofEpochMilli(clock.millis());
    erase(id, now);
    outbox.add(new ProblemEvent.Deleted(id, now), null);
  }

  /** The same as it was made known; nothing if it has been done. */
  void erase(ProblemId id, Instant at) {
    jdbc.sql(
            "insert into deleted_problem (id, deleted_at) values (:id, :at) on conflict do nothing")
        .param("id", id.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("delete from problem where id = :id").param("id", id.value()).update();
    // In whichever week they were recorded.
    jdbc.sql("delete from event where problem_id = :id").param("id", id.value()).update();
    // Nobody is to be told any more what has not been sent yet.
    jdbc.sql("delete from outbox where starts_with(subject, :id)")
        .param("id", id.toString())
        .update();
  }

  /** Deletes those of the problems that are settled by now and are to be deleted then. */
  void eraseWanted(Collection<ProblemId> ids) {
    jdbc.sql(
            """
            select id from problem
            where id = any(:ids) and status = 'settled' and delete_requested_at is not null
            order by id for update
            """)
        .param("ids", values(ids))
        .query(UUID.class)
        .list()
        .forEach(id -> erase(new ProblemId(id)));
  }

  /**
   * Deletes some that are settled and were to be deleted then, where whoever recorded the
   * settlement did not know.
   */
  int eraseLeft(int most) {
    List<UUID> left =
        jdbc.sql(
                """
                select id from problem
                where status = 'settled' and delete_requested_at is not null
                limit :most for update skip locked
                """)
            .param("most", most)
            .query(UUID.class)
            .list();
    left.forEach(id -> erase(new ProblemId(id)));
    return left.size();
  }

  /** Those of the problems that were deleted. */
  Set<ProblemId> gone(Collection<ProblemId> ids) {
    return ids.isEmpty()
        ? Set.of()
        : jdbc
            .sql("select id from deleted_problem where id = any(:ids)")
            .param("ids", values(ids))
            .query(UUID.class)
            .list()
            .stream()
            .map(ProblemId::new)
            .collect(Collectors.toSet());
  }

  Optional<Instant> deletedAt(ProblemId id) {
    return jdbc.sql("select deleted_at from deleted_problem where id = :id")
        .param("id", id.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static UUID[] values(Collection<ProblemId> ids) {
    return ids.stream().map(ProblemId::value).toArray(UUID[]::new);
  }
}

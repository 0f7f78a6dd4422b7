// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.ProblemId;
import io.micrometer.core.instrument.Metrics;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a batch of events within the caller's transaction. Problem rows are locked in the order of
 * their ids, so that two batches never wait for each other, and only the holder of the lock gives
 * out sequence numbers, so that they have no gaps.
 */
final class Recording {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Recording(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The problems of which something new was recorded. */
  Collection<ProblemId> record(List<Event> events) {
    Map<String, Event> distinct = new LinkedHashMap<>();
    events.forEach(event -> distinct.putIfAbsent(event.eventId(), event));
    Map<ProblemId, Long> lastSeqs = lock(distinct.values());
    distinct.keySet().removeAll(recordedBefore(distinct.keySet()));
    distinct.values().removeIf(event -> unknown(event, lastSeqs));
    if (distinct.isEmpty()) {
      return Set.of();
    }
    insert(distinct.values(), lastSeqs);
    settle(distinct.values());
    return distinct.values().stream().map(Event::problemId).distinct().toList();
  }

  private Map<ProblemId, Long> lock(Collection<Event> events) {
    Map<ProblemId, Long> lastSeqs = new HashMap<>();
    UUID[] ids =
        events.stream().map(event -> event.problemId().value()).distinct().toArray(UUID[]::new);
    jdbc.sql("select id, last_seq from problem where id = any(:ids) order by id for update")
        .param("ids", ids)
        .query(
            row -> {
              lastSeqs.put(new ProblemId(row.getObject("id", UUID.class)), row.getLong("last_seq"));
            });
    return lastSeqs;
  }

  private Set<String> recordedBefore(Set<String> eventIds) {
    return jdbc.sql("select event_id from event where event_id = any(:ids)")
        .param("ids", eventIds.toArray(String[]::new))
        .query(String.class)
        .set();
  }

  private static boolean unknown(Event event, Map<ProblemId, Long> lastSeqs) {
    if (lastSeqs.containsKey(event.problemId())) {
      return false;
    }
    Metrics.counter("assay.events.unknown_problem", "type", event.type()).increment();
    LOG.warn("skipped {}: the gateway knows no such problem", event.eventId());
    return true;
  }

  private void insert(Collection<Event> events, Map<ProblemId, Long> lastSeqs) {
    List<UUID> problems = new ArrayList<>();
    List<Long> seqs = new ArrayList<>();
    List<String> eventIds = new ArrayList<>();
    List<String> types = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (Event event : events) {
      problems.add(event.problemId().value());
      seqs.add(lastSeqs.merge(event.problemId(), 1L, Long::sum));
      eventIds.add(event.eventId());
      types.add(event.type());
      bodies.add(Jsonb.write(event));
    }
    jdbc.sql(
            """
            with heard as (
              insert into event (problem_id, seq, event_id, type, recorded_at, body)
              select problem_id, seq, event_id, type, :now, body::jsonb
              from unnest(:problems::uuid[], :seqs::bigint[], :eventIds::text[], :types::text[],
                          :bodies::text[]) as each (problem_id, seq, event_id, type, body)
              returning problem_id, seq)
            update problem set last_seq = latest.seq
            from (select problem_id, max(seq) as seq from heard group by problem_id) as latest
            where problem.id = latest.problem_id
            """)
        .param("now", now())
        .param("problems", problems.toArray(UUID[]::new))
        .param("seqs", seqs.toArray(Long[]::new))
        .param("eventIds", eventIds.toArray(String[]::new))
        .param("types", types.toArray(String[]::new))
        .param("bodies", bodies.toArray(String[]::new))
        .update();
  }

  /** A problem ends once: the first answer that was recorded stays. */
  private void settle(Collection<Event> events) {
    for (Event event : events) {
      if (event instanceof AnswerEvent.Settled settled) {
        jdbc.sql(
                """
                update problem
                set status = 'settled', answer = :answer::jsonb, settled_at = :settledAt
                where id = :id and status = 'open'
                """)
            .param("answer", Jsonb.write(settled.answer()))
            .param("settledAt", settled.answer().settledAt().atOffset(ZoneOffset.UTC))
            .param("id", settled.problemId().value())
            .update();
      }
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

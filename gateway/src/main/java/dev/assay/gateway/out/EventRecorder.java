// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Event;
import dev.assay.contracts.ProblemEvent.Deleted;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.ProblemNews;
import dev.assay.gateway.core.RecordedEvent;
import io.micrometer.core.instrument.Metrics;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a batch of events within the caller's transaction, and what they change in the rows of
 * their problems. These rows are locked in the order of their ids, so that two batches never wait
 * for each other, and only the holder of the lock gives out sequence numbers, so that they have no
 * gaps.
 */
final class EventRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

  private final JdbcClient jdbc;
  private final EventPages pages;
  private final ProblemErasure erasure;
  private final InstantSource clock;

  EventRecorder(JdbcClient jdbc, EventPages pages, ProblemErasure erasure, InstantSource clock) {
    this.jdbc = jdbc;
    this.pages = pages;
    this.erasure = erasure;
    this.clock = clock;
  }

  /** How far the problems are of which something new was recorded. */
  Map<ProblemId, ProblemNews> record(List<Event> events) {
    Map<String, Event> distinct = new LinkedHashMap<>();
    events.forEach(event -> distinct.putIfAbsent(event.eventId(), event));
    distinct.values().forEach(this::erase);
    Map<ProblemId, LockedProblem> problems = lock(distinct.values());
    Set<ProblemId> gone = gone(distinct.values(), problems);
    distinct
        .values()
        .removeIf(event -> gone.contains(event.problemId()) || unknown(event, problems));
    distinct.keySet().removeAll(recordedBefore(distinct.keySet(), problems.values()));
    if (distinct.isEmpty()) {
      return Map.of();
    }
    Set<ProblemId> changed = new LinkedHashSet<>();
    distinct.values().forEach(event -> changed.add(event.problemId()));
    problems.keySet().retainAll(changed);
    problems.values().forEach(this::catchUp);
    insert(distinct.values(), problems);
    return problems.values().stream()
        .collect(Collectors.toMap(LockedProblem::id, LockedProblem::news));
  }

  /** Counts what an earlier build recorded and did not count. */
  void count(ProblemId id) {
    List<LockedProblem> problems = lock(new UUID[] {id.value()});
    problems.forEach(this::catchUp);
    write(new EventColumns(), problems);
  }

  private Map<ProblemId, LockedProblem> lock(Collection<Event> events) {
    Map<ProblemId, LockedProblem> problems = new HashMap<>();
    UUID[] ids =
        events.stream().map(event -> event.problemId().value()).distinct().toArray(UUID[]::new);
    lock(ids).forEach(problem -> problems.put(problem.id(), problem));
    return problems;
  }

  private List<LockedProblem> lock(UUID[] ids) {
    return jdbc.sql(LockedProblem.SELECT + "where id = any(:ids) order by id for update")
        .param("ids", ids)
        .query((row, _) -> LockedProblem.of(row))
        .list();
  }

  /** Among the events of their own problems: these are few, and lie together. */
  private Set<String> recordedBefore(Set<String> eventIds, Collection<LockedProblem> problems) {
    return jdbc.sql(
            """
            select event_id from event
            where problem_id = any(:problems) and recorded_at >= :since and event_id = any(:ids)
            """)
        .param("problems", ids(problems))
        .param("since", since(problems))
        .param("ids", eventIds.toArray(String[]::new))
        .query(String.class)
        .set();
  }

  private static UUID[] ids(Collection<LockedProblem> problems) {
    return problems.stream().map(each -> each.id().value()).toArray(UUID[]::new);
  }

  /** Older weeks need not be looked at. */
  private static OffsetDateTime since(Collection<LockedProblem> problems) {
    return problems.stream()
        .map(each -> EventPages.since(each.problem()))
        .min(Comparator.naturalOrder())
        .orElse(OffsetDateTime.MAX);
  }

  /** Where it was done, the rows are gone by now; whoever restored older ones is told here. */
  private void erase(Event event) {
    if (event instanceof Deleted deleted) {
      erasure.erase(deleted.problemId(), deleted.deletedAt());
    }
  }

  /** Of a problem that was deleted something is said late, or again: that is not kept. */
  private Set<ProblemId> gone(Collection<Event> events, Map<ProblemId, LockedProblem> problems) {
    return erasure.gone(
        events.stream()
            .map(Event::problemId)
            .filter(id -> !problems.containsKey(id))
            .distinct()
            .toList());
  }

  private static boolean unknown(Event event, Map<ProblemId, LockedProblem> problems) {
    if (problems.containsKey(event.problemId())) {
      return false;
    }
    Metrics.counter("assay.events.unknown_problem", "type", event.type()).increment();
    LOG.warn("skipped {}: the gateway knows no such problem", event.eventId());
    return true;
  }

  private void catchUp(LockedProblem problem) {
    long counted = problem.countedSeq();
    while (counted < problem.lastSeq()) {
      List<RecordedEvent> page = pages.read(problem.problem(), counted, problem.lastSeq());
      page.forEach(each -> problem.count(each.event()));
      counted = page.isEmpty() ? problem.lastSeq() : page.getLast().seq();
    }
  }

  private void insert(Collection<Event> events, Map<ProblemId, LockedProblem> problems) {
    EventColumns columns = new EventColumns();
    for (Event event : events) {
      LockedProblem problem = Objects.requireNonNull(problems.get(event.problemId()));
      columns.add(event, problem.add(event));
    }
    write(columns, problems.values());
  }

  private void write(EventColumns events, Collection<LockedProblem> problems) {
    jdbc.sql(
            """
            with heard as (
              insert into event (problem_id, seq, event_id, type, recorded_at, body)
              select problem_id, seq, event_id, type, :now, body::jsonb
              from unnest(:problems::uuid[], :seqs::bigint[], :eventIds::text[], :types::text[],
                          :bodies::text[]) as each (problem_id, seq, event_id, type, body))
            update problem
            set last_seq = now.seq, counted_seq = now.seq, tally = now.tally::jsonb,
                progress = now.progress::jsonb, complete = now.complete,
                status = case when now.answer is null then status else 'settled' end,
                answer = coalesce(now.answer::jsonb, problem.answer),
                settled_at = coalesce(now.settled_at, problem.settled_at)
            from unnest(:ids::uuid[], :lastSeqs::bigint[], :tallies::text[], :progresses::text[],
                        :completes::boolean[], :answers::text[], :settledAts::timestamptz[])
                as now (id, seq, tally, progress, complete, answer, settled_at)
            where problem.id = now.id
            """)
        .param("now", now())
        .params(events.parameters())
        .params(parameters(problems))
        .update();
  }

  private static Map<String, Object> parameters(Collection<LockedProblem> problems) {
    return Map.of(
        "ids", ids(problems),
        "lastSeqs", problems.stream().map(LockedProblem::lastSeq).toArray(Long[]::new),
        "tallies", problems.stream().map(LockedProblem::tally).toArray(String[]::new),
        "progresses", problems.stream().map(LockedProblem::progress).toArray(String[]::new),
        "completes", problems.stream().map(LockedProblem::complete).toArray(Boolean[]::new),
        "answers", ends(problems, Jsonb::write),
        "settledAts", ends(problems, answer -> answer.settledAt().toString()));
  }

  /** Null for problems that did not end now: one ends once, and its first answer stays. */
  private static @Nullable String[] ends(
      Collection<LockedProblem> problems, Function<Answer, String> value) {
    return problems.stream()
        .map(LockedProblem::end)
        .map(end -> end == null ? null : value.apply(end))
        .toArray(String[]::new);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

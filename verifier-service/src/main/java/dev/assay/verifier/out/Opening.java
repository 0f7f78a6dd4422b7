// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceInserts.utc;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.verifier.out.KnownSolutions.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Locks a problem's row and takes its events in, on one way there and back. */
record Opening(RoundTrip trip, KnownProblems problems, ProblemId id) {

  /** Makes a row to lock, so that a first event and its rivals take turns too. */
  private static final Sql MENTION =
      Sql.of("insert into problem (id) values (:problem) on conflict do nothing");

  /** A body that is known need not travel. */
  private static final String SELECT =
      """
      select case when :known then null else body end as body, body is not null as registered,
          state, attempts_asked
      from problem where id = :problem\
      """;

  private static final Sql READ = Sql.of(SELECT);
  private static final Sql LOCK = Sql.of(SELECT + " for update");
  private static final Sql LOCK_IF_DUE =
      Sql.of(SELECT + " and state = 'open' and deadline <= :now for update skip locked");

  private static final Sql ADMIT =
      Sql.of(
          """
          insert into inbox (problem_id, event_id)
          select id, unnest(:events::text[]) from problem where id = :problem and state = 'open'
          on conflict do nothing returning event_id
          """);

  private static final Sql SOLUTIONS =
      Sql.of(
          """
          select s.attempt, s.revision, s.asked, o.problem_id is not null as reduced
          from solution s
          left join outcome o on o.problem_id = s.problem_id and o.attempt = s.attempt
          where s.problem_id = :problem
          """);

  /** A row as it is. */
  private record Row(Optional<Problem> problem, boolean settled, @Nullable Integer attemptsAsked) {}

  /** Those of the events that were not worked before now count as worked. */
  OpenRow open(List<Event> events) {
    Map<String, Event> byId = new LinkedHashMap<>();
    events.forEach(event -> byId.putIfAbsent(event.eventId(), event));
    Optional<Problem> known = problems.find(id);
    trip.update(MENTION, values());
    List<Row> rows = trip.query(LOCK, values(known), (row, _) -> row(row, known));
    List<String> admitted = byId.isEmpty() ? List.of() : admit(byId.keySet());
    boolean counts = events.stream().anyMatch(Returned.class::isInstance);
    List<Known> solutions =
        counts ? trip.query(SOLUTIONS, values(), (row, _) -> solution(row)) : List.of();
    trip.send();
    byId.keySet().retainAll(new HashSet<>(admitted));
    KnownSolutions all = new KnownSolutions();
    if (counts) {
      all.read(solutions);
    }
    return open(rows.getFirst(), List.copyOf(byId.values()), all);
  }

  private List<String> admit(Set<String> events) {
    return trip.query(
        ADMIT,
        values().addValue("events", events.toArray(String[]::new)),
        (row, _) -> row.getString("event_id"));
  }

  /** Empty if the problem is settled, not due yet, or somebody else has it. */
  Optional<OpenRow> openIfDue(Instant now) {
    return find(LOCK_IF_DUE, values().addValue("now", utc(now)))
        .map(row -> open(row, List.of(), new KnownSolutions()));
  }

  /** The problem, whoever has it; empty while only mentions of it have arrived. */
  Optional<Problem> read() {
    return find(READ, values()).flatMap(Row::problem);
  }

  private Optional<Row> find(Sql select, MapSqlParameterSource values) {
    Optional<Problem> known = problems.find(id);
    List<Row> rows =
        trip.query(
            select, values.addValue("known", known.isPresent()), (row, _) -> row(row, known));
    trip.send();
    return rows.stream().findFirst();
  }

  private OpenRow open(Row row, List<Event> fresh, KnownSolutions solutions) {
    return new OpenRow(id, row.problem(), row.settled(), row.attemptsAsked(), fresh, solutions);
  }

  private MapSqlParameterSource values(Optional<Problem> known) {
    return values().addValue("known", known.isPresent());
  }

  private MapSqlParameterSource values() {
    return new MapSqlParameterSource("problem", id.value());
  }

  private static Row row(ResultSet row, Optional<Problem> known) throws SQLException {
    Optional<Problem> problem =
        Optional.ofNullable(row.getString("body"))
            .map(body -> Json.mapper().readValue(body, Problem.class))
            .or(() -> known);
    return new Row(
        row.getBoolean("registered") ? problem : Optional.empty(),
        row.getString("state").equals("settled"),
        row.getObject("attempts_asked", Integer.class));
  }

  private Known solution(ResultSet row) throws SQLException {
    return new Known(
        new SolutionId(new AttemptId(id, row.getInt("attempt")), row.getInt("revision")),
        row.getInt("asked"),
        row.getBoolean("reduced"));
  }
}

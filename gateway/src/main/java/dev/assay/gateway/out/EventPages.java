// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Problem;
import dev.assay.gateway.core.RecordedEvent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the events of a problem page by page. Between two pages no connection is held, so that a
 * slow reader keeps nothing from others.
 */
final class EventPages {

  /** Of the largest events that there can be, a page takes some 16 MB; of usual ones, 100 kB. */
  static final int PAGE = 32;

  /** Rows of earlier builds repeat the problem in the body. */
  private static final String SELECT =
      """
      select seq, type, recorded_at, body - 'problem' as body from event
      where problem_id = :id and recorded_at >= :since and seq > :after and seq <= :last\
      """;

  private static final String PAGED = " order by seq limit " + PAGE;

  /** A replica's clock may be behind that of the one that took the problem. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final JdbcClient jdbc;

  EventPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From when on its events are recorded: what is older lies in tables that are left alone. */
  static OffsetDateTime since(Problem problem) {
    return problem.submittedAt().minus(CLOCKS_DIFFER).atOffset(ZoneOffset.UTC);
  }

  List<RecordedEvent> read(Problem problem, long after, long last) {
    return page(jdbc.sql(SELECT + PAGED), problem, after, last);
  }

  /** Those of one attempt: what an event is about is in its id, behind the problem's. */
  List<RecordedEvent> read(Problem problem, int attempt, long after, long last) {
    String ofAttempt = " and split_part(event_id, '/', 2) = :attempt";
    return page(
        jdbc.sql(SELECT + ofAttempt + PAGED).param("attempt", String.valueOf(attempt)),
        problem,
        after,
        last);
  }

  private static List<RecordedEvent> page(
      JdbcClient.StatementSpec select, Problem problem, long after, long last) {
    return select
        .param("id", problem.id().value())
        .param("since", since(problem))
        .param("after", after)
        .param("last", last)
        .query((row, _) -> ProblemRows.event(row, problem))
        .list();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Problem;
import dev.assay.gateway.core.RecordedEvent;
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
      where problem_id = :id and seq > :after and seq <= :last\
      """;

  private static final String PAGED = " order by seq limit " + PAGE;

  private final JdbcClient jdbc;

  EventPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
        .param("after", after)
        .param("last", last)
        .query((row, _) -> ProblemRows.event(row, problem))
        .list();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that keep the events of a week each, so that forgetting costs a table and not millions
 * of rows. Any number of replicas may open and forget.
 */
final class EventWeeks {

  /** A process may be down for some weeks and find open what it needs. */
  private static final int AHEAD = 4;

  private final JdbcClient jdbc;

  EventWeeks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens the week of this time, and some that follow. */
  void open(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (int week = 0; week <= AHEAD; week++) {
      jdbc.sql("select open_event_week(:day)")
          .param("day", today.plusWeeks(week))
          .query(Boolean.class)
          .single();
    }
  }

  /**
   * Forgets the weeks that ended before, unless a problem is left that they may be about.
   *
   * @return how many these were
   */
  int forget(Instant before) {
    return jdbc.sql("select forget_event_weeks(:before)")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}

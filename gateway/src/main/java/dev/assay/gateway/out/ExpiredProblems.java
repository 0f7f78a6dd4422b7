// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets problems that were settled long ago, with their idempotency keys, and then the weeks of
 * events that are about none that is left. An open problem is never forgotten, however old it is.
 * Any number of replicas may do so.
 */
public final class ExpiredProblems {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiredProblems.class);

  /** Few at a time: what an earlier build recorded goes with them, row by row. */
  private static final int BATCH = 50;

  private static final Duration EVERY = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final EventWeeks weeks;
  private final InstantSource clock;
  private final Duration retention;

  public ExpiredProblems(JdbcClient jdbc, InstantSource clock, Duration retention) {
    this.jdbc = jdbc;
    this.weeks = new EventWeeks(jdbc);
    this.clock = clock;
    this.retention = retention;
  }

  /** Forgets a batch, and says when to do it again. */
  public Duration sweep() {
    Instant now = clock.instant();
    weeks.open(now);
    Instant before = now.minus(retention);
    int forgotten = forget(before);
    if (forgotten == BATCH) {
      return Duration.ZERO;
    }
    int gone = weeks.forget(before);
    if (gone > 0) {
      LOG.info("forgot {} weeks of events of problems that are gone", gone);
    }
    return EVERY;
  }

  private int forget(Instant before) {
    int forgotten =
        jdbc.sql(
                """
                delete from problem where id in (
                  select id from problem where status = 'settled' and settled_at < :before
                  order by settled_at limit :most for update skip locked)
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("most", BATCH)
            .update();
    if (forgotten > 0) {
      LOG.info("forgot {} problems settled more than {} ago", forgotten, retention);
    }
    return forgotten;
  }
}

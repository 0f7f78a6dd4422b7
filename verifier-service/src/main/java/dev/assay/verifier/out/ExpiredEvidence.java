// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets problems that were settled long ago, with their evidence. An open problem is never
 * forgotten, however old it is. Any number of replicas may do so.
 */
public final class ExpiredEvidence {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiredEvidence.class);

  /** Few at a time: each may have thousands of verdicts, and its row is locked meanwhile. */
  private static final int BATCH = 50;

  private static final Duration EVERY = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Duration retention;

  public ExpiredEvidence(JdbcClient jdbc, InstantSource clock, Duration retention) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.retention = retention;
  }

  /** Forgets a batch, and says when to do it again. */
  public Duration sweep() {
    int forgotten =
        jdbc.sql(
                """
                delete from problem where id in (
                  select id from problem where state = 'settled' and settled_at < :before
                  order by settled_at limit :most for update skip locked)
                """)
            .param("before", EvidenceInserts.utc(clock.instant().minus(retention)))
            .param("most", BATCH)
            .update();
    if (forgotten > 0) {
      LOG.info("forgot {} problems settled more than {} ago", forgotten, retention);
    }
    return forgotten == BATCH ? Duration.ZERO : EVERY;
  }
}

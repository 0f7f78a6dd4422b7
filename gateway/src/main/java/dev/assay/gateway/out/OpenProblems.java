// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the problems that are open, those that other replicas took included. */
public final class OpenProblems {

  /** What is still open so long after its deadline nobody works any more. */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public OpenProblems(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many there are now, by an index that holds no others. */
  public long count() {
    return jdbc.sql("select count(*) from problem where status = 'open' and deadline > :since")
        .param("since", clock.instant().minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}

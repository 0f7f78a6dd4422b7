// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.gateway.out.ExpiredProblems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is forgotten, and what never. */
class ExpiryIT {

  private static final Duration RETENTION = Duration.ofDays(30);

  /** Long before the problems of any other test. */
  private static final Instant NOW = Instant.parse("2001-01-01T00:00:00Z");

  private final JdbcClient jdbc = GatewayServer.running().bean(JdbcClient.class);
  private final ExpiredProblems expired = new ExpiredProblems(jdbc, () -> NOW, RETENTION);

  @Test
  void aProblemGoesWithItsKeyWhenItsTimeIsUp() {
    UUID gone = settled(RETENTION.plusSeconds(1));
    UUID kept = settled(RETENTION.minusSeconds(1));

    expired.sweep();

    assertThat(rows("problem", "id", gone)).isZero();
    assertThat(rows("problem", "id", kept)).isOne();
    assertThat(rows("event", "problem_id", kept)).isOne();
  }

  @Test
  void anOpenProblemStaysHoweverOldItIs() {
    UUID open = open(Duration.ofDays(3650));

    expired.sweep();

    assertThat(rows("problem", "id", open)).isOne();
  }

  @Test
  void manyGoInBatchesAndTheNextBatchGoesAtOnce() {
    for (int i = 0; i < 51; i++) {
      settled(RETENTION.plusDays(365));
    }

    assertThat(expired.sweep()).isZero();
    assertThat(expired.sweep()).isPositive();
  }

  private UUID open(Duration age) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into problem (id, question, policy, submitted_at, deadline, idempotency_key,
                                 request_hash)
            values (:id, '1 + 1', '{}', :at, :at, :key, '')
            """)
        .param("id", id)
        .param("at", NOW.minus(age).atOffset(ZoneOffset.UTC))
        .param("key", id.toString())
        .update();
    jdbc.sql("insert into event values (:id, 1, :event, 'x', now(), '{}')")
        .param("id", id)
        .param("event", "event of " + id)
        .update();
    return id;
  }

  private UUID settled(Duration age) {
    UUID id = open(age);
    jdbc.sql(
            "update problem set status = 'settled', answer = '{}', settled_at = :at where id = :id")
        .param("at", NOW.minus(age).atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    return id;
  }

  private long rows(String table, String column, UUID id) {
    return jdbc.sql("select count(*) from " + table + " where " + column + " = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}

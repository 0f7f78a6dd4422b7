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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

  /** Without the problems of other tests, for as long as the transaction lasts. */
  @Test
  void aWeekOfEventsGoesOnceNoProblemIsLeftThatItMayBeAbout() {
    TransactionTemplate transaction =
        new TransactionTemplate(GatewayServer.running().bean(PlatformTransactionManager.class));
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          jdbc.sql("delete from problem").update();
          assertThat(openWeek("2100-11-22")).isTrue();
          assertThat(openWeek("2100-11-29")).isTrue();
          UUID early = event("2100-11-23T00:00:00Z");
          UUID late = event("2100-11-30T00:00:00Z");
          UUID open = open(Duration.between(Instant.parse("2100-12-01T00:00:00Z"), NOW));

          forgetWeeks("2100-12-06T00:00:00Z");
          assertThat(rows("event", "problem_id", early)).isZero();
          assertThat(rows("event", "problem_id", late)).isOne();

          jdbc.sql("delete from problem where id = :id").param("id", open).update();
          assertThat(forgetWeeks("2100-12-05T23:59:59Z")).isZero();
          assertThat(forgetWeeks("2100-12-06T00:00:00Z")).isOne();
          assertThat(rows("event", "problem_id", late)).isZero();
        });
  }

  @Test
  void aWeekIsOpenedOnceAndNotWhereItsEventsHaveTheirPlace() {
    assertThat(openWeek("2090-01-02")).isTrue();
    assertThat(openWeek("2090-01-04")).isFalse();
    // The table of the build before has it.
    assertThat(openWeek("2001-01-02")).isFalse();
    // What no week was open for stays where it is.
    UUID id = event("2091-01-02T00:00:00Z");
    assertThat(openWeek("2091-01-02")).isFalse();
    assertThat(rows("event", "problem_id", id)).isOne();
  }

  private boolean openWeek(String day) {
    return jdbc.sql("select open_event_week(:day::date)")
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  private UUID event(String at) {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into event values (:id, 1, :event, 'x', :at::timestamptz, '{}')")
        .param("id", id)
        .param("event", "event of " + id)
        .param("at", at)
        .update();
    return id;
  }

  private int forgetWeeks(String before) {
    return jdbc.sql("select forget_event_weeks(:before::timestamptz)")
        .param("before", before)
        .query(Integer.class)
        .single();
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

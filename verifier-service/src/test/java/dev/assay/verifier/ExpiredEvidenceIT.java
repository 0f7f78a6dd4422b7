// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.verifier.out.ExpiredEvidence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten, and what never. */
class ExpiredEvidenceIT {

  private static final Duration RETENTION = Duration.ofDays(30);
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir static Path folder;
  private static EvidenceDatabase database;

  @BeforeAll
  static void start() {
    database = new EvidenceDatabase(folder);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static Duration sweep() {
    return new ExpiredEvidence(database.jdbc, () -> NOW, RETENTION).sweep();
  }

  @Test
  void aSettledProblemGoesWithItsEvidenceWhenItsTimeIsUpAndAnOpenOneNever() {
    UUID gone = problem(RETENTION.plusSeconds(1), true);
    UUID kept = problem(RETENTION.minusSeconds(1), true);
    UUID open = problem(Duration.ofDays(3650), false);

    assertThat(sweep()).isPositive();

    assertThat(rows("problem", "id", gone) + rows("abandoned", "problem_id", gone)).isZero();
    assertThat(rows("problem", "id", kept)).isOne();
    assertThat(rows("abandoned", "problem_id", kept)).isOne();
    assertThat(rows("problem", "id", open)).isOne();
  }

  @Test
  void manyGoInBatchesAndTheNextBatchGoesAtOnce() {
    for (int i = 0; i < 51; i++) {
      problem(RETENTION.plusDays(365), true);
    }

    assertThat(sweep()).isZero();
    assertThat(sweep()).isPositive();
  }

  private static UUID problem(Duration age, boolean settled) {
    UUID id = UUID.randomUUID();
    database
        .jdbc
        .sql("insert into problem (id, body, deadline, first_seen) values (:id, '{}', :at, :at)")
        .param("id", id)
        .param("at", NOW.minus(age).atOffset(ZoneOffset.UTC))
        .update();
    database
        .jdbc
        .sql("insert into abandoned values (:id, 0, 'drafting', 'why', 0, 0, 0, 0)")
        .param("id", id)
        .update();
    if (settled) {
      database
          .jdbc
          .sql(
              "update problem set state = 'settled', answer = '{}', settled_at = :at where id = :id")
          .param("at", NOW.minus(age).atOffset(ZoneOffset.UTC))
          .param("id", id)
          .update();
    }
    return id;
  }

  private static long rows(String table, String column, UUID id) {
    return database
        .jdbc
        .sql("select count(*) from " + table + " where " + column + " = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}

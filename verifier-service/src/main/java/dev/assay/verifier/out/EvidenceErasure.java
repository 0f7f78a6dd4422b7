// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.ProblemId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes what the rows of a problem say, within the caller's transaction. The problem's own row
 * stays, settled and empty: what comes later, or again, is turned away by it as by any settled one,
 * by replicas of the build before too.
 */
final class EvidenceErasure {

  /** All that refer to the problem. */
  private static final List<String> EVIDENCE =
      List.of("inbox", "solution", "verdict", "abandoned", "draft", "comparison", "outcome");

  private final JdbcClient jdbc;

  EvidenceErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void erase(ProblemId id, Instant at) {
    // Made where there is none, so that what is still to come finds it.
    jdbc.sql("insert into problem (id) values (:id) on conflict do nothing")
        .param("id", id.value())
        .update();
    jdbc.sql(
            """
            update problem
            set state = 'settled', answer = 'null', settled_at = 'infinity', deleted_at = :at,
                body = null, deadline = null, attempts_asked = null
            where id = :id and deleted_at is null
            """)
        .param("id", id.value())
        .param("at", EvidenceInserts.utc(at))
        .update();
    for (String table : EVIDENCE) {
      jdbc.sql("delete from " + table + " where problem_id = :id").param("id", id.value()).update();
    }
    // Nobody is to be asked any more for what has not been sent yet.
    jdbc.sql("delete from outbox where starts_with(subject, :id)")
        .param("id", id.toString())
        .update();
  }
}

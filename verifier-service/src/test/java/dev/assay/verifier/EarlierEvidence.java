// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as the build wrote them that neither planned problems nor grouped answers as they came. */
final class EarlierEvidence {

  private EarlierEvidence() {}

  /** A problem that it had taken in. */
  static void insert(JdbcClient jdbc, Problem problem) {
    jdbc.sql(
            "insert into problem (id, body, deadline) values (:id, cast(:body as json), :deadline)")
        .param("id", problem.id().value())
        .param("body", Json.mapper().writeValueAsString(problem))
        .param("deadline", problem.deadline().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes from the solutions of a problem what it did not know of them. */
  static void ungroup(JdbcClient jdbc, Problem problem) {
    jdbc.sql("update solution set answer_group = null, differs_from = '{}' where problem_id = :id")
        .param("id", problem.id().value())
        .update();
  }
}

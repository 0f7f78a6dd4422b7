// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.QuestionKind;
import dev.assay.gateway.core.ProblemProgress;
import dev.assay.gateway.core.ProblemTally;
import dev.assay.gateway.core.RecordedEvent;
import dev.assay.gateway.core.StoredProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link JdbcProblems} wrote. */
final class ProblemRows {

  static final String SELECT_PROBLEM =
      """
      select id, question, policy, submitted_at, kind, reference, request_hash, cancel_requested_at, answer,
             settled_at, last_seq, counted_seq, progress, complete
      from problem\
      """;

  private ProblemRows() {}

  static ProblemId id(ResultSet row) throws SQLException {
    return new ProblemId(row.getObject("id", UUID.class));
  }

  static StoredProblem problem(ResultSet row) throws SQLException {
    Problem problem =
        new Problem(
            id(row),
            row.getString("question"),
            PolicyTexts.read(row.getString("policy")),
            Objects.requireNonNull(instant(row, "submitted_at")),
            kind(row),
            row.getString("reference"));
    String answer = row.getString("answer");
    return new StoredProblem(
        problem,
        instant(row, "cancel_requested_at"),
        answer == null ? null : Json.mapper().readValue(answer, Answer.class),
        instant(row, "settled_at"),
        row.getLong("last_seq"),
        progress(row, problem.policy()),
        row.getBoolean("complete"));
  }

  private static @Nullable QuestionKind kind(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return kind == null ? null : new QuestionKind(kind);
  }

  /** Whether something was recorded that the row's progress does not count. */
  static boolean behind(ResultSet row) throws SQLException {
    return row.getLong("counted_seq") < row.getLong("last_seq");
  }

  private static ProblemProgress progress(ResultSet row, Policy policy) throws SQLException {
    String progress = row.getString("progress");
    return progress == null
        ? new ProblemTally(policy, Map.of()).progress(false)
        : Json.mapper().readValue(progress, ProblemProgress.class);
  }

  static RecordedEvent event(ResultSet row, Problem problem) throws SQLException {
    return new RecordedEvent(
        row.getLong("seq"),
        Objects.requireNonNull(instant(row, "recorded_at")),
        StoredEvents.read(row.getString("type"), row.getString("body"), problem));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Json;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.verifier.core.OutcomeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the final solutions of one problem were reduced to. */
record OutcomeRows(JdbcClient jdbc, ProblemId id) {

  void count(SolutionId solution) {
    sql(
            "insert into outcome (problem_id, attempt) values (:problem, :attempt)"
                + " on conflict do nothing",
            solution)
        .update();
  }

  OutcomeState state(SolutionId solution) {
    return sql(
            "select returned, made from outcome where problem_id = :problem and attempt = :attempt",
            solution)
        .query((row, _) -> state(row))
        .optional()
        .orElseGet(OutcomeState.Unasked::new);
  }

  /** As its columns have it, {@code returned} and {@code made}; nulls where there is none. */
  static OutcomeState state(ResultSet row) throws SQLException {
    Boolean returned = row.getObject("returned", Boolean.class);
    if (returned == null) {
      return new OutcomeState.Unasked();
    }
    return returned
        ? new OutcomeState.Known(outcome(row.getString("made")))
        : new OutcomeState.Awaited();
  }

  private static @Nullable Outcome outcome(@Nullable String made) {
    return Optional.ofNullable(made)
        .map(json -> Json.mapper().readValue(json, Outcome.class))
        .orElse(null);
  }

  /** The first word on a solution is kept. */
  void add(Summarised summarised) {
    Outcome made = summarised.outcome();
    EvidenceColumns.with(
            summarised.usage(),
            sql(
                """
                insert into outcome (problem_id, attempt, returned, made, why, model, calls,
                    prompt_tokens, completion_tokens, millis, cost)
                values (:problem, :attempt, true, cast(:made as json), :why,
                    :model, :calls, :promptTokens, :completionTokens, :millis, cast(:cost as json))
                on conflict (problem_id, attempt) do update
                set (returned, made, why, model, calls, prompt_tokens, completion_tokens, millis, cost)
                    = (true, excluded.made, excluded.why, excluded.model, excluded.calls,
                        excluded.prompt_tokens, excluded.completion_tokens, excluded.millis, excluded.cost)
                where not outcome.returned
                """,
                summarised.solution()))
        .param("made", made == null ? null : Json.mapper().writeValueAsString(made))
        .param("why", EvidenceColumns.clean(summarised.why()))
        .param("model", EvidenceColumns.clean(summarised.model()))
        .update();
  }

  private StatementSpec sql(String text, SolutionId solution) {
    return jdbc.sql(text)
        .param("problem", id.value())
        .param("attempt", solution.attempt().number());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceColumns.json;
import static dev.assay.verifier.out.EvidenceColumns.with;

import dev.assay.contracts.Json;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Writes what arrives about one problem into rows, which {@link EvidenceRows} reads. Nothing is
 * written before the trip is sent, and verdicts in a row are written together.
 */
final class EvidenceInserts {

  private static final Sql SOLUTION =
      Sql.of(
          """
          insert into solution (problem_id, attempt, revision, answer, accepted, tokens,
              calls, prompt_tokens, completion_tokens, millis, outcome, asked, reply, cost)
          values (:problem, :attempt, :revision, :answer, :accepted, :tokens,
              :calls, :promptTokens, :completionTokens, :millis, cast(:outcome as json),
              -- Verdicts that overtook it, where a topic is read again, were asked for.
              (select count(*) from verdict where problem_id = :problem
                  and attempt = :attempt and revision = :revision and number < :most),
              cast(:reply as json), cast(:cost as json))
          on conflict do nothing
          """);

  private static final Sql DRAFT =
      Sql.of(
          """
          insert into draft (problem_id, attempt, revision, answer, tokens,
              calls, prompt_tokens, completion_tokens, millis, cost)
          values (:problem, :attempt, :revision, :answer, :tokens,
              :calls, :promptTokens, :completionTokens, :millis, cast(:cost as json))
          on conflict (problem_id, attempt) do update
          set (revision, answer, tokens,
              calls, prompt_tokens, completion_tokens, millis, cost)
              = (excluded.revision, excluded.answer, excluded.tokens, excluded.calls,
                  excluded.prompt_tokens, excluded.completion_tokens, excluded.millis,
                  excluded.cost)
          where (draft.revision, draft.calls) < (excluded.revision, excluded.calls)
          """);

  private static final Sql ABANDONED =
      Sql.of(
          """
          insert into abandoned (problem_id, attempt, stage, reason,
              calls, prompt_tokens, completion_tokens, millis, cost)
          values (:problem, :attempt, :stage, :reason,
              :calls, :promptTokens, :completionTokens, :millis, cast(:cost as json))
          """);

  private final RoundTrip trip;
  private final ProblemId id;
  private VerdictColumns verdicts = new VerdictColumns();

  EvidenceInserts(RoundTrip trip, ProblemId id) {
    this.trip = trip;
    this.id = id;
  }

  /**
   * Keeps the final solution of an attempt, unless it has one already.
   *
   * @param mostVerdicts that the policy allows on it
   */
  void add(Solution outcome, boolean accepted, Usage spent, int mostVerdicts) {
    update(
        SOLUTION,
        with(spent, values())
            .addValue("attempt", outcome.id().attempt().number())
            .addValue("revision", outcome.id().revision())
            .addValue("answer", EvidenceColumns.clean(EvidenceColumns.bounded(outcome.answer())))
            .addValue("accepted", accepted)
            .addValue("tokens", outcome.tokens())
            .addValue("outcome", Json.mapper().writeValueAsString(outcome))
            .addValue("most", mostVerdicts)
            .addValue("reply", json(outcome.reply())));
  }

  /** Keeps a revision that is not final, unless a later one is known. */
  void keep(Solution draft, Usage spent) {
    update(
        DRAFT,
        with(spent, values())
            .addValue("attempt", draft.id().attempt().number())
            .addValue("revision", draft.id().revision())
            .addValue("answer", EvidenceColumns.clean(draft.answer()))
            .addValue("tokens", draft.tokens()));
  }

  void add(Returned returned) {
    verdicts.add(returned);
  }

  void add(Abandoned abandoned) {
    update(
        ABANDONED,
        with(abandoned.spent(), values())
            .addValue("attempt", abandoned.attempt().number())
            .addValue("stage", abandoned.stage().name().toLowerCase(Locale.ROOT))
            .addValue("reason", EvidenceColumns.clean(abandoned.reason())));
  }

  /** Anything else about the problem, which is {@code :problem}, in its place among the rest. */
  void update(Sql sql, MapSqlParameterSource values) {
    writeVerdicts();
    trip.update(sql, values.addValue("problem", id.value()));
  }

  /** To be called before the trip is sent. */
  void writeVerdicts() {
    if (!verdicts.isEmpty()) {
      trip.update(VerdictColumns.INSERT, verdicts.values().addValue("problem", id.value()));
      verdicts = new VerdictColumns();
    }
  }

  private static MapSqlParameterSource values() {
    return new MapSqlParameterSource();
  }

  /** As the columns of times have it. */
  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

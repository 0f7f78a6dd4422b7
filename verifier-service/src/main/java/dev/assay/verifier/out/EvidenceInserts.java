// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceColumns.json;
import static dev.assay.verifier.out.EvidenceColumns.with;

import dev.assay.contracts.Json;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.selection.Repetition;
import dev.assay.selection.VerdictSigns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Writes what arrives about one problem into rows, which {@link EvidenceRows} reads. */
record EvidenceInserts(JdbcClient jdbc, ProblemId id) {

  /**
   * Keeps the final solution of an attempt, unless it has one already.
   *
   * @param mostVerdicts that the policy allows on it
   */
  void add(Solution outcome, boolean accepted, Usage spent, int mostVerdicts) {
    with(
            spent,
            sql(
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
                """))
        .param("attempt", outcome.id().attempt().number())
        .param("revision", outcome.id().revision())
        .param("answer", EvidenceColumns.clean(EvidenceColumns.bounded(outcome.answer())))
        .param("accepted", accepted)
        .param("tokens", outcome.tokens())
        .param("outcome", Json.mapper().writeValueAsString(outcome))
        .param("most", mostVerdicts)
        .param("reply", json(outcome.reply()))
        .update();
  }

  /** Keeps a revision that is not final, unless a later one is known. */
  void keep(Solution draft, Usage spent) {
    with(
            spent,
            sql(
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
                """))
        .param("attempt", draft.id().attempt().number())
        .param("revision", draft.id().revision())
        .param("answer", EvidenceColumns.clean(draft.answer()))
        .param("tokens", draft.tokens())
        .update();
  }

  void add(Returned returned) {
    SolutionId solution = returned.verification().solution();
    Verdict verdict = returned.verdict();
    with(
            returned.usage(),
            sql(
                """
                insert into verdict (problem_id, attempt, revision, number, judgement, pass,
                    first_error, model, calls, prompt_tokens, completion_tokens, millis, cost,
                    reply, forced, detail, outcome_error, repeats)
                values (:problem, :attempt, :revision, :number, :judgement, :pass, :firstError,
                    :model, :calls, :promptTokens, :completionTokens, :millis, cast(:cost as json),
                    cast(:reply as json), :forced, :detail, :outcomeError,
                    (select min(number) from verdict
                    where problem_id = :problem and attempt = :attempt and revision = :revision
                        and repeats is null and reply ->> 'digest' = :digest))
                """))
        .param("attempt", solution.attempt().number())
        .param("revision", solution.revision())
        .param("number", returned.verification().number())
        .param("judgement", judgement(verdict))
        .param("pass", verdict.readable() ? verdict.pass() : null)
        .param("firstError", verdict instanceof FirstError error ? error.index() : null)
        .param("model", EvidenceColumns.clean(returned.model()))
        .param("outcomeError", returned.outcomeError())
        .param("reply", json(returned.reply()))
        .param("forced", returned.forced())
        .param("detail", EvidenceColumns.clean(VerdictSigns.unread(verdict)))
        .param("digest", telling(returned.reply()))
        .update();
  }

  void add(Abandoned abandoned) {
    with(
            abandoned.spent(),
            sql(
                """
                insert into abandoned (problem_id, attempt, stage, reason,
                    calls, prompt_tokens, completion_tokens, millis, cost)
                values (:problem, :attempt, :stage, :reason,
                    :calls, :promptTokens, :completionTokens, :millis, cast(:cost as json))
                """))
        .param("attempt", abandoned.attempt().number())
        .param("stage", abandoned.stage().name().toLowerCase(Locale.ROOT))
        .param("reason", EvidenceColumns.clean(abandoned.reason()))
        .update();
  }

  StatementSpec sql(String text) {
    return jdbc.sql(text).param("problem", id.value());
  }

  /** Under which a copy of the verdict is known; null where none is. */
  private static @Nullable String telling(@Nullable ReplyOrigin reply) {
    return reply != null && Repetition.telling(reply) ? reply.digest() : null;
  }

  private static String judgement(Verdict verdict) {
    return switch (verdict) {
      case Correct _ -> "correct";
      case FirstError _ -> "first_error";
      case NoVerdict none -> none.reason().name().toLowerCase(Locale.ROOT);
    };
  }

  /** As the columns of times have it. */
  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static dev.assay.verifier.out.EvidenceColumns.json;

import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.selection.Repetition;
import dev.assay.selection.VerdictSigns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Verdicts on one problem's solutions as columns: any number of them is written by one statement.
 */
final class VerdictColumns {

  /**
   * A copy repeats the first that came, which is in the table or, by its number, among the new
   * ones.
   */
  static final Sql INSERT =
      Sql.of(
          """
          insert into verdict (problem_id, attempt, revision, number, judgement, pass, first_error,
              model, calls, prompt_tokens, completion_tokens, millis, cost, reply, forced, detail,
              outcome_error, repeats)
          select :problem, v.attempt, v.revision, v.number, v.judgement, v.pass, v.first_error,
              v.model, v.calls, v.prompt_tokens, v.completion_tokens, v.millis, v.cost::json,
              v.reply::json, v.forced, v.detail, v.outcome_error,
              coalesce((
                  select min(before.number) from verdict before
                  where before.problem_id = :problem and before.attempt = v.attempt
                      and before.revision = v.revision and before.repeats is null
                      and before.reply ->> 'digest' = v.digest), v.repeats)
          from unnest(:attempt::integer[], :revision::integer[], :number::integer[],
              :judgement::text[], :pass::double precision[], :firstError::integer[],
              :model::text[], :calls::integer[], :promptTokens::bigint[],
              :completionTokens::bigint[], :millis::bigint[], :cost::text[], :reply::text[],
              :forced::boolean[], :detail::text[], :outcomeError::integer[], :digest::text[],
              :repeats::integer[])
              as v (attempt, revision, number, judgement, pass, first_error, model, calls,
                  prompt_tokens, completion_tokens, millis, cost, reply, forced, detail,
                  outcome_error, digest, repeats)
          """);

  private final List<Returned> verdicts = new ArrayList<>();
  private final List<@Nullable Integer> repeats = new ArrayList<>();
  private final Map<Reply, Integer> first = new HashMap<>();

  /** What a copy has in common with the verdict that it repeats. */
  private record Reply(SolutionId solution, String digest) {}

  /** What a column has of a verdict. */
  @FunctionalInterface
  private interface Value {
    @Nullable Object of(Returned returned);
  }

  boolean isEmpty() {
    return verdicts.isEmpty();
  }

  void add(Returned returned) {
    String digest = telling(returned.reply());
    verdicts.add(returned);
    repeats.add(
        digest == null
            ? null
            : first.putIfAbsent(
                new Reply(returned.verification().solution(), digest),
                returned.verification().number()));
  }

  MapSqlParameterSource values() {
    return new MapSqlParameterSource()
        .addValue("attempt", integers(each -> each.verification().solution().attempt().number()))
        .addValue("revision", integers(each -> each.verification().solution().revision()))
        .addValue("number", integers(each -> each.verification().number()))
        .addValue("judgement", texts(each -> judgement(each.verdict())))
        .addValue(
            "pass",
            column(Double[]::new, each -> each.verdict().readable() ? each.verdict().pass() : null))
        .addValue(
            "firstError",
            integers(each -> each.verdict() instanceof FirstError error ? error.index() : null))
        .addValue("model", texts(each -> EvidenceColumns.clean(each.model())))
        .addValue("calls", integers(each -> each.usage().calls()))
        .addValue("promptTokens", longs(Usage::promptTokens))
        .addValue("completionTokens", longs(Usage::completionTokens))
        .addValue("millis", longs(Usage::millis))
        .addValue("cost", texts(each -> json(each.usage().cost())))
        .addValue("reply", texts(each -> json(each.reply())))
        .addValue("forced", column(Boolean[]::new, Returned::forced))
        .addValue(
            "detail", texts(each -> EvidenceColumns.clean(VerdictSigns.unread(each.verdict()))))
        .addValue("outcomeError", integers(Returned::outcomeError))
        .addValue("digest", texts(each -> telling(each.reply())))
        .addValue("repeats", repeats.toArray(Integer[]::new));
  }

  private Object integers(Value value) {
    return column(Integer[]::new, value);
  }

  private Object longs(ToLongFunction<Usage> value) {
    return column(Long[]::new, each -> value.applyAsLong(each.usage()));
  }

  private Object texts(Value value) {
    return column(String[]::new, value);
  }

  private Object column(IntFunction<Object[]> array, Value value) {
    return verdicts.stream().map(value::of).toArray(array);
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Comparison;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.selection.AnswerPair;
import dev.assay.selection.ArbiterComparison;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What an arbiter was asked about one problem's answers, and what it said. */
record ComparisonRows(JdbcClient jdbc, ProblemId id) {

  private static final Logger LOG = LoggerFactory.getLogger(ComparisonRows.class);
  private static final String UNKNOWN = "unknown";

  void count(AnswerPair pair) {
    sql(
            """
            insert into comparison (problem_id, one, other) values (:problem, :one, :other)
            on conflict do nothing
            """,
            pair)
        .update();
  }

  /** The first word on a pair is kept, whoever asked for it. */
  void add(Compared compared) {
    Comparison said = compared.judgement();
    EvidenceColumns.with(
            compared.usage(),
            sql(
                """
                insert into comparison (problem_id, one, other, place, judgement, model, calls,
                    prompt_tokens, completion_tokens, millis, cost)
                values (:problem, :one, :other,
                    (select count(place) + 1 from comparison where problem_id = :problem),
                    :judgement, :model, :calls, :promptTokens, :completionTokens, :millis,
                    cast(:cost as json))
                on conflict (problem_id, one, other) do update
                set (place, judgement, model, calls, prompt_tokens, completion_tokens, millis, cost)
                    = (excluded.place, excluded.judgement, excluded.model, excluded.calls,
                        excluded.prompt_tokens, excluded.completion_tokens, excluded.millis, excluded.cost)
                where comparison.place is null
                """,
                new AnswerPair(compared.comparison().one(), compared.comparison().other())))
        .param("judgement", said == null ? UNKNOWN : said.name().toLowerCase(Locale.ROOT))
        .param("model", EvidenceColumns.clean(compared.model()))
        .update();
  }

  void contradict(AnswerPair pair) {
    int rows =
        sql(
                """
                update comparison set contradicted = true
                where problem_id = :problem and one = :one and other = :other and not contradicted
                """,
                pair)
            .update();
    if (rows > 0) {
      LOG.warn(
          "problem {}: what the arbiter says of attempts {} and {} contradicts what it said before;"
              + " the first decision stands",
          id,
          pair.one(),
          pair.other());
    }
  }

  static ArbiterComparison comparison(ResultSet row) throws SQLException {
    String judgement = row.getString("judgement");
    return new ArbiterComparison(
        new AnswerPair(row.getInt("one"), row.getInt("other")),
        judgement != null,
        said(judgement),
        EvidenceColumns.usage(row, ""));
  }

  private static @Nullable Comparison said(@Nullable String judgement) {
    return judgement == null || judgement.equals(UNKNOWN)
        ? null
        : Comparison.valueOf(judgement.toUpperCase(Locale.ROOT));
  }

  private StatementSpec sql(String text, AnswerPair pair) {
    return jdbc.sql(text)
        .param("problem", id.value())
        .param("one", pair.one())
        .param("other", pair.other());
  }
}

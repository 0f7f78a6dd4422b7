// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Expense;
import dev.assay.contracts.Json;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;

/** What several tables have in common: what calls cost, how replies came about, and texts. */
final class EvidenceColumns {

  private static final TypeReference<List<Expense>> COSTS = new TypeReference<>() {};

  private EvidenceColumns() {}

  /** Sets the parameters of what calls cost. */
  static StatementSpec with(Usage usage, StatementSpec statement) {
    return statement
        .param("calls", usage.calls())
        .param("promptTokens", usage.promptTokens())
        .param("completionTokens", usage.completionTokens())
        .param("millis", usage.millis())
        .param("cost", json(usage.cost()));
  }

  /** The same, where values are apart from their statement. */
  static MapSqlParameterSource with(Usage usage, MapSqlParameterSource values) {
    return values
        .addValue("calls", usage.calls())
        .addValue("promptTokens", usage.promptTokens())
        .addValue("completionTokens", usage.completionTokens())
        .addValue("millis", usage.millis())
        .addValue("cost", json(usage.cost()));
  }

  /** Null stays null: who does not know a thing writes nothing of it. */
  static @Nullable String json(@Nullable Object value) {
    return value == null ? null : Json.mapper().writeValueAsString(value);
  }

  /** What the calls of one row cost, in columns with a prefix; nothing where they are null. */
  static Usage usage(ResultSet row, String prefix) throws SQLException {
    String cost = row.getString(prefix + "cost");
    return usage(row, prefix, cost == null ? null : Json.mapper().readValue(cost, Expense.class));
  }

  /**
   * What the calls of several rows cost, added up in columns with a prefix; their costs in money
   * are a list, and beside it stands how many calls have none.
   */
  static Usage sum(ResultSet row, String prefix) throws SQLException {
    String costs = row.getString(prefix + "costs");
    Usage priced =
        costs == null
            ? Usage.NONE
            : Json.mapper().readValue(costs, COSTS).stream()
                .map(cost -> new Usage(0, 0, 0, 0, cost))
                .reduce(Usage.NONE, Usage::plus);
    Usage unpriced = new Usage(row.getInt(prefix + "unpriced"), 0, 0, 0);
    return usage(row, prefix, priced.plus(unpriced).cost());
  }

  private static Usage usage(ResultSet row, String prefix, @Nullable Expense cost)
      throws SQLException {
    return new Usage(
        row.getInt(prefix + "calls"),
        row.getLong(prefix + "prompt_tokens"),
        row.getLong(prefix + "completion_tokens"),
        row.getLong(prefix + "millis"),
        cost);
  }

  /** How a reply came about. */
  static ReplyOrigin reply(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("reply"))
        .map(json -> Json.mapper().readValue(json, ReplyOrigin.class))
        .orElse(ReplyOrigin.UNKNOWN);
  }

  /** PostgreSQL has no NUL in text; a model may write one. */
  static @Nullable String clean(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }

  /** What an earlier build took for an answer may be too long to be made known: then it is none. */
  static @Nullable String bounded(@Nullable String answer) {
    return answer != null && Bounds.fits(answer, Bounds.ANSWER) ? answer : null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements that go to PostgreSQL together: the way there and back costs more than most of them.
 * They are executed in order, and each sees what those before it did. It can be filled again when
 * it has been sent.
 */
final class RoundTrip {

  private final JdbcOperations jdbc;
  private final List<Part<?>> parts = new ArrayList<>();

  RoundTrip(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** For what goes there by itself, at once. */
  JdbcClient client() {
    return JdbcClient.create(jdbc);
  }

  /**
   * One statement.
   *
   * @param mapper of its rows; null of one that returns none
   * @param rows where they are put
   */
  private record Part<T>(
      Sql sql, @Nullable Object[] arguments, @Nullable RowMapper<T> mapper, List<T> rows) {

    void read(PreparedStatement statement) throws SQLException {
      if (mapper != null) {
        ResultSet results = statement.getResultSet();
        for (int row = 0; results.next(); row++) {
          rows.add(mapper.mapRow(results, row));
        }
      }
    }
  }

  /** Adds one that returns no rows. */
  void update(Sql sql, SqlParameterSource values) {
    parts.add(new Part<>(sql, sql.arguments(values), null, List.of()));
  }

  /**
   * Adds one that returns rows.
   *
   * @return them, as soon as it has been sent; empty until then
   */
  <T> List<T> query(Sql sql, SqlParameterSource values, RowMapper<T> mapper) {
    List<T> rows = new ArrayList<>();
    parts.add(new Part<>(sql, sql.arguments(values), mapper, rows));
    return Collections.unmodifiableList(rows);
  }

  /** Does nothing if there is nothing to send. */
  void send() {
    if (parts.isEmpty()) {
      return;
    }
    List<Part<?>> all = List.copyOf(parts);
    parts.clear();
    String text =
        all.stream().map(part -> part.sql().positional()).collect(Collectors.joining(";\n"));
    jdbc.execute(
        text,
        (PreparedStatementCallback<@Nullable Void>)
            statement -> {
              set(statement, all);
              statement.execute();
              for (Part<?> part : all) {
                part.read(statement);
                statement.getMoreResults();
              }
              return null;
            });
  }

  private static void set(PreparedStatement statement, List<Part<?>> all) throws SQLException {
    int index = 0;
    for (Part<?> part : all) {
      for (Object argument : part.arguments()) {
        index++;
        if (argument == null) {
          statement.setNull(index, Types.NULL);
        } else {
          statement.setObject(index, argument);
        }
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** A statement with named parameters, read once and not each time that it is sent. */
final class Sql {

  private final ParsedSql parsed;
  private final String positional;

  private Sql(ParsedSql parsed) {
    this.parsed = parsed;
    this.positional = NamedParameterUtils.substituteNamedParameters(parsed, null);
  }

  static Sql of(String named) {
    return new Sql(NamedParameterUtils.parseSqlStatement(named));
  }

  /** With a question mark for each parameter, as JDBC has it. */
  String positional() {
    return positional;
  }

  /** One for each question mark. */
  @Nullable Object[] arguments(SqlParameterSource values) {
    return NamedParameterUtils.buildValueArray(parsed, values, null);
  }
}

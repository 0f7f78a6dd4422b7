// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database of a service that keeps state: there, open to the service, and migrated as far as
 * this build needs. One that is migrated further is well: the build after this one only adds to it
 * while this one runs.
 */
public final class DatabaseDependency implements Dependency {

  private static final String NO_TABLE = "42P01";
  private static final String NO_DATABASE = "3D000";
  private static final String NOT_ALLOWED = "42501";
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_LET_IN = "28000";

  private final DataSource database;
  private final String schema;
  private final int version;

  /**
   * @param database as the owner of the schema
   * @param version of the last migration that this build needs
   */
  public DatabaseDependency(DataSource database, String schema, int version) {
    this.database = database;
    this.schema = schema;
    this.version = version;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Optional<String> trouble() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(versions())) {
      int found = row.next() ? row.getInt(1) : 0;
      return found >= version ? Optional.empty() : Optional.of(behind("is at version " + found));
    } catch (SQLException e) {
      return Optional.of(untrusted(e) ? distrust(e) : told(innermost(e)));
    }
  }

  private String versions() {
    return """
        select max(version::int) from %s.flyway_schema_history
        where success and version ~ '^[0-9]{1,9}$'
        """
        .formatted(schema);
  }

  private String behind(String what) {
    return "schema %s %s (expected: %d or later; run the migration job of this build)"
        .formatted(schema, what, version);
  }

  /** A pool wraps what the server said in a time-out of its own. */
  private static SQLException innermost(SQLException failure) {
    SQLException innermost = failure;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException cause && cause.getSQLState() != null) {
        innermost = cause;
      }
    }
    return innermost;
  }

  private static boolean untrusted(SQLException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  private static String distrust(SQLException failure) {
    return innermost(failure).getMessage()
        + " (expected: certificates that each side trusts; see sslrootcert, sslcert and sslkey in"
        + " ASSAY_DB_URL)";
  }

  private String told(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return switch (state) {
      case NO_TABLE, NOT_ALLOWED -> behind("is not migrated");
      case NO_DATABASE ->
          failure.getMessage() + " (expected: the database that ASSAY_DB_URL names; create it)";
      case NOT_LET_IN ->
          failure.getMessage()
              + " (expected: a connection of a kind that the server lets in; see its pg_hba.conf, and"
              + " sslmode, sslcert and sslkey in ASSAY_DB_URL)";
      case WRONG_PASSWORD ->
          "%s (expected: the password that the migration job has set; run it with the same ASSAY_%s_DB_PASSWORD)"
              .formatted(failure.getMessage(), schema.toUpperCase(Locale.ROOT));
      case null, default ->
          failure.getMessage() + " (expected: PostgreSQL at ASSAY_DB_URL; start it)";
    };
  }
}

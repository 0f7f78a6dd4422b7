// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Why there is no connection to the database: whether waiting can help, and what to do if not. */
final class ConnectionTrouble {

  private static final String NO_CONNECTION = "08";
  private static final String NOT_LET_IN = "28";
  private static final String NO_DATABASE = "3D000";
  private static final String NOT_ALLOWED = "42501";

  /** Starting, stopping, or full; each of them ends. */
  private static final Set<String> BUSY = Set.of("57P03", "57P01", "53300");

  private ConnectionTrouble() {}

  /** Whether the same may succeed later. */
  static boolean passes(SQLException failure) {
    String state = state(failure);
    return (state.startsWith(NO_CONNECTION) || BUSY.contains(state)) && !untrusted(failure);
  }

  /** One line for whoever started the job. */
  static String told(SQLException failure, String url, String user) {
    String what = "database " + where(url) + ", as " + user + ": " + OneLine.of(failure);
    return what + " (expected: " + expected(failure) + ")";
  }

  /** Parameters may hold passwords, and are nobody's business in a log. */
  static String where(String url) {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  private static String expected(SQLException failure) {
    String state = state(failure);
    if (untrusted(failure)) {
      return "a server, and a client, whose certificates the other side trusts; see sslrootcert,"
          + " sslcert and sslkey in ASSAY_DB_URL";
    }
    if (state.startsWith(NOT_LET_IN)) {
      return "ASSAY_DB_ADMIN_USER and ASSAY_DB_ADMIN_PASSWORD of a user whom the server lets in";
    }
    return switch (state) {
      case NO_DATABASE -> "the database that ASSAY_DB_URL names; create it";
      case NOT_ALLOWED ->
          "an ASSAY_DB_ADMIN_USER that may create roles and, in this database, schemas; alter role"
              + " ... createrole, grant create on database";
      default -> "PostgreSQL at ASSAY_DB_URL; start it, or wait longer with ASSAY_DB_TRIES";
    };
  }

  /** A certificate does not become right by waiting. */
  private static boolean untrusted(SQLException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SSLException || each instanceof GeneralSecurityException) {
        return true;
      }
    }
    return false;
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}

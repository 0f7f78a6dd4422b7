// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Who holds tables of an owner: the oldest transactions first, as an operator would look for. */
final class LockHolders {

  private static final String QUERY =
      """
      select distinct a.pid, a.usename, a.application_name, a.xact_start
      from pg_locks l
      join pg_class c on c.oid = l.relation and c.relnamespace = ?::regnamespace
      join pg_stat_activity a on a.pid = l.pid
      where l.granted and l.pid <> pg_backend_pid()
      order by a.xact_start nulls last
      limit 5
      """;

  private LockHolders() {}

  static String of(String url, Owner owner, String password) throws SQLException {
    List<String> holders = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, owner.role(), password);
        PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setString(1, owner.schema());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          holders.add(told(row));
        }
      }
    }
    return holders.isEmpty() ? "a session that is gone" : String.join(", ", holders);
  }

  private static String told(ResultSet row) throws SQLException {
    String since = row.getString("xact_start");
    return "session %d of %s (%s)%s"
        .formatted(
            row.getInt("pid"),
            row.getString("usename"),
            row.getString("application_name"),
            since == null ? "" : " in a transaction since " + since);
  }
}

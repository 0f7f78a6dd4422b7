// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the tables of the services take in the database of a data folder, in bytes. */
final class DatabaseBytes implements AutoCloseable {

  private static final int PORT_LINE = 3;

  /** A table without its indexes, and each index by itself; partitions count as their table. */
  private static final String SIZES =
      """
      with own as (
        select c.oid, n.nspname, coalesce(parent.relname, c.relname) as name
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_inherits i on i.inhrelid = c.oid
        left join pg_class parent on parent.oid = i.inhparent
        where n.nspname in ('gateway', 'verifier') and c.relkind = 'r'
          and c.relname not like 'flyway%')
      select nspname || '.' || name as what, sum(pg_table_size(oid)) as bytes from own group by 1
      union all
      select nspname || '.' || name || ' indexes', sum(pg_indexes_size(oid)) from own group by 1
      """;

  private final Connection connection;

  private DatabaseBytes(Connection connection) {
    this.connection = connection;
  }

  /** The server of the folder, which has to run. */
  static DatabaseBytes in(Path folder) throws IOException, SQLException {
    Path postgres = folder.resolve("postgres");
    List<String> note = Files.readAllLines(postgres.resolve("data").resolve("postmaster.pid"));
    Properties login = new Properties();
    login.put("user", "postgres");
    login.put("password", Files.readString(postgres.resolve("password")));
    String url = "jdbc:postgresql://127.0.0.1:" + note.get(PORT_LINE).strip() + "/postgres";
    return new DatabaseBytes(DriverManager.getConnection(url, login));
  }

  /** By table, once what was deleted and overwritten is gone: what stays of the work. */
  Map<String, Long> compact() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        statement.execute("vacuum full " + table);
      }
      Map<String, Long> sizes = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery(SIZES)) {
        while (rows.next()) {
          sizes.put(rows.getString("what"), rows.getLong("bytes"));
        }
      }
      return sizes;
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ('gateway', 'verifier')
            """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** What was ever written ahead: what the disk has to bear for the work. */
  long writtenAhead() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select pg_current_wal_lsn() - '0/0'::pg_lsn as bytes")) {
      rows.next();
      return rows.getLong("bytes");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

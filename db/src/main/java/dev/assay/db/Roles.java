// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Makes the owners' roles and schemas, through an administrator's connection. */
final class Roles {

  /** Any number that no other user of the database locks; two jobs at once then take turns. */
  private static final long LOCK = 0x6173736179L;

  private final Connection admin;

  Roles(Connection admin) {
    this.admin = admin;
  }

  /** Idempotent: what is there already is brought to the wanted state. */
  void prepare(Map<Owner, String> passwords) throws SQLException {
    admin.setAutoCommit(false);
    run("select pg_advisory_xact_lock(" + LOCK + ")");
    for (Map.Entry<Owner, String> each : passwords.entrySet()) {
      login(each.getKey(), each.getValue());
      schema(each.getKey());
    }
    for (Owner owner : passwords.keySet()) {
      shutOut(owner);
    }
    admin.commit();
  }

  private void login(Owner owner, String password) throws SQLException {
    if (!exists("select 1 from pg_roles where rolname = ?", owner.role())) {
      run("create role " + owner.role());
    }
    run(withPassword(owner, password));
    run("alter role " + owner.role() + " set search_path = " + owner.schema());
  }

  /** DDL takes no parameters: PostgreSQL itself quotes the password. */
  private String withPassword(Owner owner, String password) throws SQLException {
    String quote = "select format('alter role %I login password %L', ?, ?)";
    try (PreparedStatement statement = admin.prepareStatement(quote)) {
      statement.setString(1, owner.role());
      statement.setString(2, password);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private void schema(Owner owner) throws SQLException {
    // Only a superuser may make things for others; the administrator of a managed database is none.
    if (!exists("select 1 from pg_roles where rolname = current_user and rolsuper = ?", true)) {
      run("grant " + owner.role() + " to current_user");
    }
    run("create schema if not exists " + owner.schema() + " authorization " + owner.role());
    run("alter schema " + owner.schema() + " owner to " + owner.role());
  }

  private void shutOut(Owner owner) throws SQLException {
    run("revoke all on schema " + owner.schema() + " from public");
    for (Owner other : Owner.values()) {
      boolean known = exists("select 1 from pg_roles where rolname = ?", other.role());
      if (other != owner && known) {
        run("revoke all on schema " + owner.schema() + " from " + other.role());
        run("revoke all on all tables in schema " + owner.schema() + " from " + other.role());
      }
    }
  }

  private boolean exists(String query, Object parameter) throws SQLException {
    try (PreparedStatement statement = admin.prepareStatement(query)) {
      statement.setObject(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}

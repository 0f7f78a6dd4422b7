// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Brings a database up to date: a role and a schema for each owner, then the owner's SQL as that
 * role, with its history in its own schema. A migration can so touch nothing that its owner could
 * not, and a query across owners fails on grants.
 */
public final class Migrations {

  private Migrations() {}

  /**
   * Migrates; to do it again changes nothing but passwords.
   *
   * @param url of the database, without credentials in it
   * @param adminUser may create roles and schemas
   * @param passwords of the owners to migrate; those left out are left as they are
   * @return how many migrations each owner had waiting
   * @throws IllegalStateException if the database cannot be reached or refuses
   */
  public static Map<Owner, Integer> migrate(
      String url, String adminUser, String adminPassword, Map<Owner, String> passwords) {
    try (Connection admin = DriverManager.getConnection(url, adminUser, adminPassword)) {
      new Roles(admin).prepare(passwords);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "could not prepare roles and schemas: " + ConnectionTrouble.told(e, url, adminUser), e);
    }
    Map<Owner, Integer> applied = new EnumMap<>(Owner.class);
    passwords.forEach(
        (owner, password) ->
            applied.put(
                owner, new OwnedSchema(url, owner, password, LockPatience.USUAL).migrate()));
    return applied;
  }
}

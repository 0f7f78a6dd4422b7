// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.embedded.servers.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsIT {

  private static final Map<Owner, String> PASSWORDS =
      Map.of(Owner.GATEWAY, "it's g", Owner.VERIFIER, "v");

  @TempDir static Path folder;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(folder);
    migrate(PASSWORDS);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static Map<Owner, Integer> migrate(Map<Owner, String> passwords) {
    return Migrations.migrate(database.jdbcUrl(), database.user(), database.password(), passwords);
  }

  private static String ask(String user, String query) throws SQLException {
    String password =
        Stream.of(Owner.values())
            .filter(owner -> owner.role().equals(user))
            .map(PASSWORDS::get)
            .findFirst()
            .orElse(database.password());
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), user, password);
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void anOwnerFindsItsTablesWithoutNamingItsSchema() throws SQLException {
    assertThat(ask("assay_verifier", "select count(*) from problem")).isEqualTo("0");
  }

  @Test
  void aQueryAcrossOwnersFailsOnGrants() {
    assertThatThrownBy(() -> ask("assay_gateway", "select count(*) from verifier.problem"))
        .hasMessageContaining("permission denied for schema verifier");
  }

  @Test
  void anOwnerCannotWriteIntoAnotherSchema() {
    assertThatThrownBy(() -> ask("assay_verifier", "create table gateway.mine (id int)"))
        .hasMessageContaining("permission denied for schema gateway");
  }

  @Test
  void theHistoryIsInTheOwnersSchema() throws SQLException {
    assertThat(ask("assay_verifier", "select count(*) from verifier.flyway_schema_history"))
        .isNotEqualTo("0");
  }

  @Test
  void aSecondRunAppliesNothing() {
    assertThat(migrate(PASSWORDS).values()).hasSize(2).containsOnly(0);
  }

  @Test
  void aNewPasswordReplacesTheOld() throws SQLException {
    String stored = "select rolpassword from pg_authid where rolname = 'assay_gateway'";
    String before = ask("postgres", stored);

    migrate(Map.of(Owner.GATEWAY, "new"));

    assertThat(ask("postgres", stored)).startsWith("SCRAM-SHA-256$").isNotEqualTo(before);
    migrate(PASSWORDS);
  }

  @Test
  void anAdministratorNeedNotBeASuperuser() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      connection
          .createStatement()
          .execute("create role boss login createrole createdb password 'b'");
      connection.createStatement().execute("create database managed owner boss");
      connection.createStatement().execute("drop owned by assay_gateway, assay_verifier");
      connection.createStatement().execute("drop schema if exists gateway, verifier");
      connection.createStatement().execute("drop role assay_gateway, assay_verifier");
    }

    String url = database.jdbcUrl().replaceFirst("/postgres\\?", "/managed?");
    Map<Owner, Integer> applied = Migrations.migrate(url, "boss", "b", PASSWORDS);

    assertThat(applied.get(Owner.VERIFIER)).isPositive();
    migrate(PASSWORDS);
  }

  @Test
  void theJobNamesEverythingThatTheEnvironmentLacks() {
    assertThatThrownBy(() -> MigrationJob.run(Map.of("ASSAY_DB_URL", database.jdbcUrl())))
        .hasMessageContainingAll(
            "ASSAY_DB_ADMIN_USER", "ASSAY_DB_ADMIN_PASSWORD", "ASSAY_VERIFIER_DB_PASSWORD")
        .hasMessageNotContaining("ASSAY_DB_URL");
  }

  @Test
  void anUnreachableDatabaseIsNamed() {
    assertThatThrownBy(
            () -> Migrations.migrate("jdbc:postgresql://127.0.0.1:1/x", "boss", "", PASSWORDS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("as boss");
  }
}

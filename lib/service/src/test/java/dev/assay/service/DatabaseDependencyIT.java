// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.servers.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is said of a database by a service that cannot work with it. */
class DatabaseDependencyIT {

  private static final String OWNER = "assay_gateway";

  @TempDir private static Path folder;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = EmbeddedDatabase.start(folder);
    run("create role " + OWNER + " login password 'right'");
    migrated("old", 4);
    migrated("equal", 5);
    migrated("newer", 12);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void oneThatIsMigratedFarEnoughWillDo() {
    assertThat(trouble("equal", "right")).isEmpty();
    assertThat(trouble("newer", "right")).isEmpty();
  }

  @Test
  void oneThatIsBehindIsTold() {
    assertThat(trouble("old", "right"))
        .isEqualTo(
            "schema old is at version 4 (expected: 5 or later; run the migration job of this"
                + " build)");
  }

  @Test
  void oneThatIsNotMigratedIsTold() {
    assertThat(trouble("gateway", "right"))
        .isEqualTo(
            "schema gateway is not migrated (expected: 5 or later; run the migration job of this"
                + " build)");
  }

  @Test
  void aWrongPasswordIsTold() {
    assertThat(trouble("gateway", "wrong"))
        .contains("password authentication failed")
        .endsWith(
            "(expected: the password that the migration job has set; run it with the same"
                + " ASSAY_GATEWAY_DB_PASSWORD)")
        .doesNotContain("wrong");
  }

  @Test
  void aDatabaseThatIsNotThereIsTold() {
    assertThat(
            trouble(
                database.jdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1nothing"),
                "gateway",
                "right"))
        .contains("\"nothing\" does not exist (expected: the database that ASSAY_DB_URL names");
  }

  @Test
  void aServerThatIsAwayIsTold() {
    assertThat(trouble("jdbc:postgresql://127.0.0.1:1/assay", "gateway", "right"))
        .contains("127.0.0.1:1")
        .endsWith("(expected: PostgreSQL at ASSAY_DB_URL; start it)");
  }

  private static String trouble(String schema, String password) {
    return trouble(database.jdbcUrl(), schema, password);
  }

  private static String trouble(String url, String schema, String password) {
    var source = new DriverManagerDataSource(url, OWNER, password);
    return new DatabaseDependency(source, schema, 5).trouble().orElse("");
  }

  /** A history as Flyway keeps it, its failures and its versions of other forms included. */
  private static void migrated(String schema, int version) throws SQLException {
    run("create schema " + schema + " authorization " + OWNER);
    String history = schema + ".flyway_schema_history";
    run("create table " + history + " (version text, success boolean)");
    run("alter table " + history + " owner to " + OWNER);
    run(
        "insert into %s values (null, true), ('1', true), ('%d', true), ('99', false)"
            .formatted(history, version));
  }

  private static void run(String sql) throws SQLException {
    try (Connection admin =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}

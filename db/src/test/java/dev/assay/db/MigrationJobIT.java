// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.embedded.servers.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job alone, as one file: what it ends with, and what it says. */
class MigrationJobIT {

  @TempDir static Path folder;
  private static EmbeddedDatabase database;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(folder.resolve("postgres"));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private record Said(int status, String text) {}

  @BeforeEach
  void describe() {
    environment.put("ASSAY_DB_URL", database.jdbcUrl());
    environment.put("ASSAY_DB_ADMIN_USER", database.user());
    environment.put("ASSAY_DB_ADMIN_PASSWORD", database.password());
    environment.put("ASSAY_GATEWAY_DB_PASSWORD", "g");
    environment.put("ASSAY_VERIFIER_DB_PASSWORD", "v");
  }

  private Said run() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-jar",
                program().toString())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private static Path program() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(each -> each.toString().endsWith("-exec.jar")).findFirst().orElseThrow();
    }
  }

  private static void administer(String... statements) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      for (String each : statements) {
        connection.createStatement().execute(each);
      }
    }
  }

  @Test
  void itMigratesWithASecretOfAFile() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), database.password() + "\n");
    environment.remove("ASSAY_DB_ADMIN_PASSWORD");
    environment.put("ASSAY_DB_ADMIN_PASSWORD_FILE", secret.toString());

    Said said = run();

    assertThat(said.text()).contains("the database is as this build needs it");
    assertThat(said.text().lines()).hasSize(3);
    assertThat(said.status()).isZero();
  }

  @Test
  void aSchemaOfALaterBuildIsLeftAsItIs() throws Exception {
    assertThat(run().status()).isZero();
    administer(
        "insert into gateway.flyway_schema_history select 900, '900', 'later', 'SQL',"
            + " 'V900__later.sql', 1, 'assay_gateway', now(), 1, true");

    Said said = run();
    administer("delete from gateway.flyway_schema_history where version = '900'");

    assertThat(said.text())
        .contains("gateway: at version 900 of a later build, this one knows 10;");
    assertThat(said.status()).isZero();
  }

  @Test
  void aDatabaseThatDoesNotComeIsWaitedForAndNamed() throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/x";
    environment.put("ASSAY_DB_URL", url + "?sslpassword=hidden");
    environment.put("ASSAY_DB_TRIES", "2");

    Said said = run();

    assertThat(said.text())
        .contains("waiting for database " + url + ", try 1 of 2: ")
        .contains("not migrated: database " + url + ", as postgres: ")
        .contains("(expected: PostgreSQL at ASSAY_DB_URL; start it")
        .doesNotContain("hidden");
    assertThat(said.text().lines()).hasSize(2);
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsNotWaitedFor() throws Exception {
    environment.put("ASSAY_DB_ADMIN_PASSWORD", "wrong");

    assertRefused("password authentication failed", "ASSAY_DB_ADMIN_PASSWORD of a user");
  }

  @Test
  void aDatabaseThatNobodyMadeIsNotWaitedFor() throws Exception {
    environment.put("ASSAY_DB_URL", database.jdbcUrl().replace("/postgres?", "/nowhere?"));

    assertRefused("database \"nowhere\" does not exist", "create it");
  }

  @Test
  void anAdministratorThatMayNotCreateRolesIsTold() throws Exception {
    administer("create role visitor login password 'p'");
    environment.put("ASSAY_DB_ADMIN_USER", "visitor");
    environment.put("ASSAY_DB_ADMIN_PASSWORD", "p");

    assertRefused("permission denied", "an ASSAY_DB_ADMIN_USER that may create roles");
  }

  @Test
  void whatTheEnvironmentLacksIsNamed() throws Exception {
    environment.remove("ASSAY_DB_URL");
    environment.remove("ASSAY_VERIFIER_DB_PASSWORD");

    assertRefused("environment lacks ASSAY_DB_URL, ASSAY_VERIFIER_DB_PASSWORD", "with _FILE");
  }

  private void assertRefused(String what, String expected) throws Exception {
    Said said = run();

    assertThat(said.text()).containsSubsequence("not migrated: ", what, "(expected: ", expected);
    assertThat(said.text().lines()).hasSize(1);
    assertThat(said.status()).isEqualTo(1);
  }
}

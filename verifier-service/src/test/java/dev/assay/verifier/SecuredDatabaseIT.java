// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.Migrations;
import dev.assay.db.Owner;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.service.DatabaseDependency;
import dev.assay.testing.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The service's data source at a server that takes nobody without TLS, told by nothing but
 * environment variables.
 */
class SecuredDatabaseIT {

  private static final String PASSWORDS = "hostssl all all 127.0.0.1/32 scram-sha-256\n";
  private static final String CERTIFICATES =
      "hostssl all assay_verifier 127.0.0.1/32 scram-sha-256 clientcert=verify-full\n" + PASSWORDS;

  @TempDir static Path folder;
  private static Certificates authority;
  private static Certificates stranger;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() throws Exception {
    authority = Certificates.in(folder.resolve("authority"));
    authority.sign("postgres");
    authority.sign(Owner.VERIFIER.role());
    stranger = Certificates.in(folder.resolve("stranger"));
    stranger.sign(Owner.VERIFIER.role());
    database = EmbeddedDatabase.start(folder.resolve("postgres"));
    Migrations.migrate(
        database.jdbcUrl(), database.user(), database.password(), Map.of(Owner.VERIFIER, "v"));
    administer(
        "alter system set ssl_cert_file = '" + authority.certificateFile("postgres") + "'",
        "alter system set ssl_key_file = '" + authority.keyFile("postgres") + "'",
        "alter system set ssl_ca_file = '" + authority.authority() + "'",
        "alter system set ssl = on",
        "select pg_reload_conf()");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static void administer(String... statements) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      for (String each : statements) {
        connection.createStatement().execute(each);
      }
    }
  }

  private static void letIn(String lines) throws IOException, SQLException {
    Files.writeString(folder.resolve("postgres/data/pg_hba.conf"), lines);
    administer("select pg_reload_conf()");
  }

  private static Optional<String> trouble(String parameters) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("ASSAY_DB_URL", database.jdbcUrl() + parameters);
    variables.put("ASSAY_VERIFIER_DB_PASSWORD", "v");
    variables.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "2000");
    StandardEnvironment environment = new StandardEnvironment();
    String name = "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource(name, variables));
    try (ConfigurableApplicationContext service =
        new SpringApplicationBuilder(OnlyItsDatabase.class)
            .environment(environment)
            .web(WebApplicationType.NONE)
            .properties("spring.config.name=verifier-service")
            .run()) {
      return new DatabaseDependency(service.getBean(DataSource.class), "verifier", 1).trouble();
    }
  }

  private static String trusting(Certificates trusted) throws IOException {
    return "&sslmode=verify-full&sslrootcert=" + trusted.authority();
  }

  private static String showing(Certificates own) throws IOException {
    String role = Owner.VERIFIER.role();
    return "&sslcert="
        + own.certificateFile(role)
        + "&sslkey="
        + own.keyFile(role)
        + "&pemKeyAlgorithm=EC";
  }

  @Test
  void theServersCertificateIsChecked() throws Exception {
    letIn(PASSWORDS);

    assertThat(trouble(trusting(authority))).isEmpty();
  }

  @Test
  void aServerOfAnotherAuthorityIsNotTrusted() throws Exception {
    letIn(PASSWORDS);

    assertThat(trouble(trusting(stranger)))
        .hasValueSatisfying(
            told ->
                assertThat(told)
                    .containsIgnoringCase("SSL error")
                    .contains("(expected: certificates that each side trusts; see sslrootcert"));
  }

  @Test
  void aConnectionThatIsNotSecuredIsRefused() throws Exception {
    letIn(PASSWORDS);

    assertThat(trouble("&sslmode=disable"))
        .hasValueSatisfying(
            told -> assertThat(told).contains("no encryption").contains("see its pg_hba.conf"));
  }

  @Test
  void aClientsCertificateIsShown() throws Exception {
    letIn(CERTIFICATES);

    assertThat(trouble(trusting(authority) + showing(authority))).isEmpty();
    assertThat(trouble(trusting(authority)))
        .hasValueSatisfying(
            told -> assertThat(told).contains("requires a valid client certificate"));
    assertThat(trouble(trusting(authority) + showing(stranger))).isPresent();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class OnlyItsDatabase {}
}

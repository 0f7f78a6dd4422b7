// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.embedded.servers.EmbeddedDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What PostgreSQL, its driver and Spring really throw. */
class DatabaseFailuresIT {

  @TempDir static Path folder;
  private static EmbeddedDatabase database;
  private static JdbcClient jdbc;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(folder);
    jdbc = as(database.user(), database.password());
    jdbc.sql("create table word (id integer primary key, text varchar(3) not null, body json)")
        .update();
    jdbc.sql("create index on word (text)").update();
    jdbc.sql("insert into word values (1, 'one')").update();
    jdbc.sql("create table page (text text)").update();
    jdbc.sql("create index on page (text)").update();
    jdbc.sql("create role reader login password 'r'").update();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into wrod values (2, 'two')",
        "insert into word (id, text, language) values (2, 'two', 'en')",
        "select spell(text) from word",
        "select * from dictionary.word",
        "set local statement_timeout = 1; select count(*) from generate_series(1, 1000000000)"
      })
  void aSchemaThatIsNotMigratedAndADatabaseThatIsBusyAreWaitedFor(String sql) {
    assertThat(DatabaseFailures.passes(failure(jdbc, sql))).isTrue();
  }

  @Test
  void rightsThatAreStillToBeGrantedAreWaitedFor() {
    assertThat(DatabaseFailures.passes(failure(as("reader", "r"), "select * from word"))).isTrue();
    assertThat(DatabaseFailures.passes(failure(as("reader", "wrong"), "select 1"))).isTrue();
    assertThat(DatabaseFailures.passes(failure(as("nobody", "r"), "select 1"))).isTrue();
  }

  @Test
  void aDatabaseThatIsNotThereIsWaitedFor() {
    var nowhere = new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere", "u", "p");

    assertThat(DatabaseFailures.passes(failure(JdbcClient.create(nowhere), "select 1"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into word values (1, 'uno')",
        "insert into word values (2, null)",
        "insert into word values (2, 'three')",
        "insert into word values (99999999999, 'big')",
        "insert into word values (2, 'two', 'no json')",
        "insert into word values (2, 'two', repeat('[', 100000)::json)",
        "insert into page select string_agg(random()::text, '') from generate_series(1, 5000)"
      })
  void whatTheDatabaseHasAgainstTheDataIsNotWaitedFor(String sql) {
    assertThat(DatabaseFailures.passes(failure(jdbc, sql))).isFalse();
  }

  @Test
  void aTextWithANulIsNotWaitedFor() {
    Throwable failure =
        catchThrowable(
            () -> jdbc.sql("insert into page values (:text)").param("text", "\0").update());

    assertThat(failure).isNotNull();
    assertThat(DatabaseFailures.passes(failure)).isFalse();
  }

  private static Throwable failure(JdbcClient client, String sql) {
    Throwable failure = catchThrowable(() -> client.sql(sql).update());
    assertThat(failure).as(sql).isNotNull();
    return failure;
  }

  private static JdbcClient as(String user, String password) {
    return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), user, password));
  }
}

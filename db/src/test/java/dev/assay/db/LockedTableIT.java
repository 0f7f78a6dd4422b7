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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that needs a table which a service of the build before has in a transaction. */
class LockedTableIT {

  private static final String PASSWORD = "g";
  private static final Duration LOCK = Duration.ofMillis(300);

  @TempDir private Path folder;
  private EmbeddedDatabase database;

  @BeforeEach
  void start() {
    database = EmbeddedDatabase.start(folder);
    Migrations.migrate(
        database.jdbcUrl(), database.user(), database.password(), Map.of(Owner.GATEWAY, PASSWORD));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private int migrate(int tries) {
    LockPatience patience = new LockPatience(LOCK, new Patience(tries, Duration.ofMillis(100)));
    return new OwnedSchema(
            database.jdbcUrl(), Owner.GATEWAY, PASSWORD, patience, "classpath:locking")
        .migrate();
  }

  private Connection service(String name) throws SQLException {
    String url = database.jdbcUrl() + "&ApplicationName=" + name;
    return DriverManager.getConnection(url, Owner.GATEWAY.role(), PASSWORD);
  }

  private static Connection holder(Connection connection) throws SQLException {
    connection.createStatement().execute("set idle_in_transaction_session_timeout = '30s'");
    connection.setAutoCommit(false);
    connection.createStatement().execute("select 1 from problem");
    return connection;
  }

  @Test
  void whoeverHoldsItForTooLongIsNamed() throws SQLException {
    try (Connection _ = holder(service("sluggish"))) {
      assertThatThrownBy(() -> migrate(2))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching(
              "gateway: a table stayed locked through 2 tries of 300 ms by session \\d+ of"
                  + " assay_gateway \\(sluggish\\) in a transaction since .* \\(expected: .*\\)");
    }
  }

  @Test
  void itComesBackUntilTheTableIsFreeAndOthersGetThroughMeanwhile() throws Exception {
    try (Connection slow = holder(service("sluggish"));
        Connection other = service("other")) {
      CompletableFuture<Integer> migration = CompletableFuture.supplyAsync(() -> migrate(200));
      awaitInQueue(other);
      // Behind the migration, which waits in front of everybody. Without its bound this would last
      // until the slow transaction ends.
      other.createStatement().execute("set statement_timeout = '20s'");
      other.createStatement().execute("select 1 from problem");
      assertThat(migration).isNotDone();

      slow.commit();

      assertThat(migration.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  /** Until the migration is seen waiting for the table. */
  private static void awaitInQueue(Connection connection) throws SQLException {
    String waiting =
        "select exists (select from pg_locks where not granted and relation = 'problem'::regclass)";
    for (int look = 0; look < 100_000; look++) {
      try (ResultSet row = connection.createStatement().executeQuery(waiting)) {
        row.next();
        if (row.getBoolean(1)) {
          return;
        }
      }
    }
    throw new AssertionError("the migration did not wait for the table");
  }
}

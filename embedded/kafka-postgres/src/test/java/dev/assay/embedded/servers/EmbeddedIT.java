// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIT {

  @TempDir Path folder;

  @Test
  void topicsSurviveARestartOfTheBroker() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        Admin admin = Admin.create(kafka.clientProperties())) {
      admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1))).all().get();
    }

    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        Admin admin = Admin.create(kafka.clientProperties())) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void committedRowsSurviveARestartOfTheDatabase() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        var connection = connect(database)) {
      connection.createStatement().execute("create table kept as select 42 as answer");
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        var connection = connect(database);
        var rows = connection.createStatement().executeQuery("select answer from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }

  @Test
  void aCommitIsOnDiskWhenItReturns() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        var connection = connect(database);
        var rows = connection.createStatement().executeQuery("show fsync")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("on");
    }
  }

  @Test
  void aServerThatAKilledProcessLeftIsReplaced() throws Exception {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(killed.waitFor()).isEqualTo(Killed.STATUS);
    Path note = folder.resolve("data").resolve("postmaster.pid");
    long orphan = Long.parseLong(Files.readAllLines(note).getFirst());
    assertThat(ProcessHandle.of(orphan)).isPresent();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        var connection = connect(database);
        var rows = connection.createStatement().executeQuery("select answer from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  /** Starts a database and ends as kill -9 would end it: nothing is stopped. */
  static final class Killed {

    static final int STATUS = 137;

    private Killed() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
      try (var connection = connect(database)) {
        connection.createStatement().execute("create table kept as select 42 as answer");
      }
      Runtime.getRuntime().halt(STATUS);
    }
  }
}

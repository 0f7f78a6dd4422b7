// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of an earlier build, whose database let everybody in as anybody. */
class EarlierFolderIT {

  @TempDir private Path place;
  private Path folder;

  private void makeDatabase() throws Exception {
    folder = Files.createDirectory(place.resolve("postgres"));
    PostgresPrograms programs = PostgresPrograms.in(place.resolve("programs"));
    List<String> arguments =
        List.of(
            "-A",
            "trust",
            "-U",
            "postgres",
            "-D",
            folder.resolve("data").toString(),
            "-E",
            "UTF-8");
    assertThat(
            programs
                .command("initdb", arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor())
        .isZero();
    int port = Ports.free();
    PostgresServer server = PostgresServer.start(new PostgresCluster(programs, folder), port);
    try (Connection anybody = connect(port, "")) {
      anybody.createStatement().execute("create table kept as select 42 as answer");
      anybody.createStatement().execute("create role intruder superuser login password 'x'");
      leaveSettings(anybody);
    }
    server.stop();
    openToAll();
  }

  /** Whoever may set what the server reads at its next start is let in by it, or runs programs. */
  private void leaveSettings(Connection anybody) throws Exception {
    Path all = Files.writeString(place.resolve("all.conf"), "host all all 127.0.0.1/32 trust\n");
    String touch = "touch " + place.resolve("owned");
    for (String each :
        List.of(
            "alter system set hba_file = '" + all + "'",
            "alter system set archive_mode = 'always'",
            "alter system set archive_command = '" + touch + "'",
            "alter system set shared_preload_libraries = 'planted'",
            "alter database postgres set session_preload_libraries = 'planted'",
            "create function planted() returns event_trigger language plpgsql as"
                + " $$ begin copy (select 1) to program '"
                + touch
                + "'; end $$",
            "create event trigger planted on login execute function planted()",
            "alter event trigger planted enable always")) {
      anybody.createStatement().execute(each);
    }
  }

  /** As the library that unpacked the programs left them, and somebody has been there. */
  private void openToAll() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("programs/PG-1/bin"));
    Path planted =
        Files.writeString(bin.resolve("postgres"), "#!/bin/sh\ntouch " + place + "/owned");
    Files.createSymbolicLink(bin.resolve("initdb"), place.resolve("programs"));
    for (Path each : List.of(folder, folder.resolve("programs"), bin, planted)) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
  }

  private static Connection connect(int port, String password) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    return DriverManager.getConnection(url, "postgres", password);
  }

  @Test
  void keepsItsDataAndIsClosedToOthersFromThenOn() throws Exception {
    makeDatabase();
    String password;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        Connection owner = EmbeddedIT.connect(database);
        var rows = owner.createStatement().executeQuery("select answer from kept")) {
      password = database.password();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
      for (String user : List.of("postgres", "intruder")) {
        for (String word : List.of("", "x")) {
          assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), user, word))
              .as("%s with '%s'", user, word)
              .isInstanceOf(SQLException.class);
        }
      }
    }
    assertThat(place.resolve("owned")).doesNotExist();
    assertThat(place.resolve("programs/bin/postgres")).as("behind a planted link").exists();
    assertThat(folder.resolve("programs/PG-1")).doesNotExist();
    assertEverythingIsPrivate();

    try (EmbeddedDatabase again = EmbeddedDatabase.start(folder)) {
      assertThat(again.password()).isEqualTo(password);
      EmbeddedIT.connect(again).close();
    }
  }

  @Test
  void keepsTheTopicsOfABrokerThatTookEverybody() throws Exception {
    Path topics = place.resolve("kafka");
    int port = Ports.free();
    Properties open = new BrokerSettings(topics, port, Ports.free(), "").toProperties();
    open.keySet().removeIf(name -> name.toString().contains("sasl"));
    open.put("listeners", open.get("listeners").toString().replace("CLIENTS", "PLAINTEXT"));
    open.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    open.put("inter.broker.listener.name", "PLAINTEXT");
    open.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    EmbeddedKafka.format(Files.createDirectory(topics), open);
    KafkaRaftServer earlier = new KafkaRaftServer(KafkaConfig.fromProps(open, false), Time.SYSTEM);
    earlier.startup();
    try (Admin anybody = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      anybody.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    earlier.shutdown();
    earlier.awaitShutdown();

    try (EmbeddedKafka kafka = EmbeddedKafka.start(topics);
        Admin admin = Admin.create(kafka.clientProperties())) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  private void assertEverythingIsPrivate() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(each -> !Files.isSymbolicLink(each)))
          .allSatisfy(
              each ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                      .endsWith("------"));
    }
  }
}

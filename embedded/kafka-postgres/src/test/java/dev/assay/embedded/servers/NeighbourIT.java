// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.OtherUser;
import dev.assay.testing.OtherUser.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.slf4j.LoggerFactory;

/** What another user of this machine can do: connect, and no more. */
class NeighbourIT {

  private static final List<Class<?>> LIBRARIES =
      List.of(Driver.class, KafkaProducer.class, LoggerFactory.class);

  private static final String WRONG =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"assay\""
          + " password=\"guess\";";

  private static Path open;
  private static Path folder;
  private static EmbeddedDatabase database;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    OtherUser.require();
    // Where everybody comes by: what keeps others out is to be ours, not the temporary folder's.
    open = Files.createTempDirectory("assay-neighbour");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder = Files.createDirectory(open.resolve("data"));
    database = EmbeddedDatabase.start(folder.resolve("postgres"));
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    try (Admin admin = Admin.create(kafka.clientProperties())) {
      admin.createTopics(List.of(new NewTopic("answers", 1, (short) 1))).all().get();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (kafka != null) {
      kafka.close();
    }
    if (database != null) {
      database.close();
    }
    if (open != null) {
      PostgresPrograms.delete(open);
    }
  }

  private static Said intrude(String... ways) throws Exception {
    return OtherUser.java(open, Intruder.class, LIBRARIES, ways);
  }

  @Test
  void readsNothingAndWritesNothing() throws Exception {
    for (String line :
        List.of(
            "ls '%s/postgres'",
            "ls '%s/kafka'",
            "cat '%s/postgres/password'",
            "cat '%s/postgres/data/pg_hba.conf'",
            "cat '%s/kafka/client.properties'",
            "cat '%s/kafka/meta.properties'",
            "touch '%s/postgres/x'",
            "touch '%s/postgres/programs/bin/postgres'",
            "mv '%s/postgres/programs' '%s/postgres/elsewhere'")) {
      assertThat(OtherUser.shell(line.replace("%s", folder.toString())))
          .as(line)
          .satisfies(said -> assertThat(said.status()).isNotZero())
          .satisfies(said -> assertThat(said.text()).contains("Permission denied"));
    }
  }

  @Test
  void comesInWithTheSecretOnly() throws Exception {
    Said said = intrude(ways());

    assertThat(said.text().lines().filter(line -> line.matches("(holder|stranger) .*")))
        .hasSize(ways().length)
        .allSatisfy(
            line ->
                assertThat(line)
                    .as("the holder of the secret comes in, and proves that others might have")
                    .matches(line.startsWith("holder") ? "holder .*: in" : "stranger .*: out: .*"));
  }

  private static String[] ways() {
    String url = database.jdbcUrl();
    String broker = "bootstrap.servers|" + kafka.bootstrapServers() + "|";
    String controller = "bootstrap.controllers|127.0.0.1:" + kafka.controllerPort() + "|";
    String login = kafka.clientProperties().get("sasl.jaas.config").toString();
    return new String[] {
      "stranger as superuser|jdbc|" + url + "|postgres|",
      "stranger who guesses|jdbc|" + url + "|postgres|postgres",
      "stranger as himself|jdbc|" + url + "|nobody|",
      "holder of the password|jdbc|" + url + "|postgres|" + database.password(),
      "stranger who writes|produce|" + broker,
      "stranger who writes and guesses|produce|" + broker + WRONG,
      "stranger who reads|consume|" + broker,
      "stranger who reads and guesses|consume|" + broker + WRONG,
      "holder who writes|produce|" + broker + login,
      "holder who reads|consume|" + broker + login,
      "stranger at the controller|administer|" + controller,
      "stranger at the controller who guesses|administer|" + controller + WRONG,
      "holder at the controller|administer|" + controller + login,
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.messaging.DeadLetterHeaders;
import dev.assay.messaging.Envelope;
import dev.assay.messaging.broker.KafkaDependency;
import dev.assay.messaging.broker.TopicProperties;
import dev.assay.standalone.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dead letters of the system that runs on a data folder, as people handle them. */
class DlqCommandIT {

  private static final TopicProperties TOPICS =
      new TopicProperties(1, (short) 1, Duration.ofDays(3), Duration.ofDays(30));

  @TempDir private static Path folder;
  private static DataFolder data;
  private static EmbeddedKafka kafka;
  private static KafkaProducer<byte[], byte[]> producer;

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AttemptEvent.Requested event = event();
  private final String reason = "no model " + UUID.randomUUID();
  private String place = "";

  @BeforeAll
  static void start() throws Exception {
    data = DataFolder.take(folder.resolve("data"));
    kafka = EmbeddedKafka.start(folder.resolve("data/kafka"));
    assertThat(new KafkaDependency(kafka.clientProperties(), TOPICS).trouble()).isEmpty();
    producer =
        new KafkaProducer<>(
            kafka.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
    Files.writeString(
        folder.resolve("data/running"),
        "pid=%d%nkafka=%s%n".formatted(ProcessHandle.current().pid(), kafka.clientFile()));
  }

  @AfterAll
  static void stop() {
    producer.close();
    kafka.close();
    data.close();
  }

  @BeforeEach
  void bury() throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>("attempts.dlq", "key".getBytes(UTF_8), EventCodec.encode(event));
    record
        .headers()
        .add(Envelope.EVENT_ID, event.eventId().getBytes(UTF_8))
        .add(Envelope.EVENT_TYPE, event.type().getBytes(UTF_8))
        .add(DeadLetterHeaders.GROUP, "generator".getBytes(UTF_8))
        .add(DeadLetterHeaders.REASON, (reason + " \u001b[2J").getBytes(UTF_8));
    place = "attempts/0/" + producer.send(record).get().offset();
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  @Test
  void aListHasALineForEach() {
    assertThat(dlq("list", "--reason", reason)).isZero();

    assertThat(said())
        .singleElement(STRING)
        .startsWith(place + "  20")
        .endsWith("  generator  " + event.eventId() + "  " + reason + " \ufffd[2J");
  }

  @Test
  void aListForProgramsHasAnObjectForEach() {
    assertThat(dlq("list", "--reason", reason, "--json")).isZero();

    assertThat(said())
        .singleElement(STRING)
        .contains(
            "\"position\":\"" + place + "\"",
            "\"event_id\":\"" + event.eventId() + "\"",
            "\"problem\":\"" + event.problemId() + "\"",
            "\"redriven\":0");
  }

  @Test
  void aDeadLetterIsShownWhole() {
    assertThat(dlq("show", place)).isZero();

    assertThat(out.toString(UTF_8))
        .contains("reason    " + reason, "  event-type: attempt.requested.v1", "\"question\" : \"")
        .doesNotContain("\u001b");
  }

  @Test
  void aRedriveIsPlannedDoneAndNotRepeated() {
    assertThat(dlq("redrive", place, "--dry-run")).isZero();
    assertThat(dlq("redrive", "--reason", reason)).isZero();
    assertThat(dlq("redrive", place)).isZero();
    assertThat(dlq("list", "--reason", reason)).isZero();

    assertThat(said())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("would be redriven  " + place),
            line -> assertThat(line).startsWith("redriven  " + place),
            line -> assertThat(line).startsWith("skipped  " + place).contains("--again"),
            line -> assertThat(line).contains("redriven once"));
    assertThat(err.toString(UTF_8))
        .contains("1 would be redriven, 0 skipped", "1 redriven, 0 skipped", "0 redriven, 1 skip");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(dlq("show", "attempts/0/999999")).isEqualTo(2);
    assertThat(dlq("redrive", "attempts/0/999999")).isEqualTo(2);
    assertThat(dlq("list", "--reason", "nobody ever said this")).isZero();

    assertThat(err.toString(UTF_8))
        .contains(
            "there is no dead letter at attempts/0/999999",
            "no such dead letters: [attempts/0/999999]",
            "no dead letters of this kind");
  }

  private int dlq(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return Assay.run(all.toArray(String[]::new));
  }

  /** The lines about this test's dead letter: in tests the log goes to the same place. */
  private List<String> said() {
    return out.toString(UTF_8).lines().filter(line -> line.contains(place)).toList();
  }

  private static AttemptEvent.Requested event() {
    Problem problem =
        new Problem(new ProblemId(UUID.randomUUID()), "1 + 1 =", Policy.DEFAULT, Instant.now());
    return new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 0));
  }
}

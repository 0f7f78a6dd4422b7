// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent.Settled;
import dev.assay.contracts.Decoded.Known;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Topic;
import dev.assay.db.Migrations;
import dev.assay.db.Owner;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.roles.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two replicas of the service on a real broker and a real database, and a hand on the topics. */
final class VerifierReplicas implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EmbeddedKafka kafka;
  private final EmbeddedDatabase database;
  private final List<ConfigurableApplicationContext> replicas = new ArrayList<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final TopicRecorder recorder;
  final JdbcClient jdbc;

  /** As they are configured where nobody says otherwise. */
  VerifierReplicas(Path folder) {
    this(folder, List.of());
  }

  /**
   * @param settings of all replicas
   */
  VerifierReplicas(Path folder, List<String> settings) {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    database = EmbeddedDatabase.start(folder.resolve("database"));
    Migrations.migrate(
        database.jdbcUrl(), database.user(), database.password(), Map.of(Owner.VERIFIER, "v"));
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), Owner.VERIFIER.role(), "v"));
    // One after another: parallel starts race in Boot's logging set-up.
    IntStream.range(0, 2).forEach(_ -> replicas.add(start(settings)));
    producer =
        new KafkaProducer<>(
            kafka.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
    recorder = new TopicRecorder(kafka.clientProperties());
  }

  /** In place of the role that configuration would make. */
  @Configuration(proxyBeanMethods = false)
  static class ScriptedRole {
    @Bean
    Role role() {
      return new Role(
          new ScriptedVerifierModel(),
          new ScriptedProtocol(),
          // Greedy, M verdicts would count as one.
          0.7,
          1,
          16,
          Duration.ofSeconds(5),
          InstantSource.system());
    }
  }

  private ConfigurableApplicationContext start(List<String> settings) {
    SpringApplication application = VerifierApplication.application();
    application.addPrimarySources(List.of(ScriptedRole.class));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--logging.level.root=WARN",
                "--ASSAY_DB_URL=" + database.jdbcUrl(),
                "--ASSAY_VERIFIER_DB_PASSWORD=v",
                "--assay.verifier.calibration=",
                "--assay.verifier.sweep=100ms"));
    arguments.addAll(settings);
    kafka.serviceSettings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return application.run(arguments.toArray(String[]::new));
  }

  void send(Event... events) {
    Arrays.stream(events)
        .forEach(event -> send(Topic.of(event).name(), event, EventCodec.encode(event)));
  }

  void send(Event event, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topic.of(event).name(), EventCodec.encode(event));
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    producer.send(record);
  }

  void send(String topic, @Nullable String body) {
    send(topic, null, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }

  private void send(String topic, @Nullable Event event, byte @Nullable [] body) {
    byte[] key =
        event == null ? null : event.problemId().toString().getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(topic, key, body));
  }

  /** The answer to the problem, as soon as it is on its topic. */
  Answer answer(Problem problem) {
    return await()
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(() -> answers(problem), list -> !list.isEmpty())
        .getFirst();
  }

  List<Answer> answers(Problem problem) {
    return events(Topic.ANSWERS)
        .filter(event -> event.problemId().equals(problem.id()))
        .map(event -> ((Settled) event).answer())
        .toList();
  }

  <E extends Event> Stream<E> events(Topic<E> topic) {
    return recorder
        .records(topic.name())
        .map(record -> EventCodec.decode(topic, record.body()))
        .flatMap(decoded -> decoded instanceof Known<E>(E event) ? Stream.of(event) : Stream.of());
  }

  /** Whether any record of the topic holds the text. */
  boolean says(Topic<?> topic, String text) {
    return recorder
        .records(topic.name())
        .anyMatch(record -> new String(record.body(), StandardCharsets.UTF_8).contains(text));
  }

  /** Those of each record of the topic that is about the problem. */
  List<Map<String, String>> headers(Topic<?> topic, Problem problem) {
    return recorder
        .records(topic.name())
        .map(TopicRecorder.Recorded::headers)
        .filter(each -> each.getOrDefault("event-id", "").contains(problem.id().toString()))
        .toList();
  }

  /** The reason with which the record was dead-lettered, as soon as it is. */
  String deadLetter(String topic, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                recorder
                    .records(topic + ".dlq")
                    .filter(record -> Arrays.equals(record.body(), bytes))
                    .map(TopicRecorder.Recorded::deadLetterReason)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Returns when everything that was decided has been published and read. */
  void settleDown() {
    await()
        .atMost(PATIENCE)
        .until(() -> jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0);
    recorder.catchUp();
  }

  long count(String table, Problem problem) {
    return jdbc.sql("select count(*) from " + table + " where problem_id = ?")
        .param(problem.id().value())
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    recorder.close();
    producer.close();
    replicas.forEach(ConfigurableApplicationContext::close);
    database.close();
    kafka.close();
  }
}

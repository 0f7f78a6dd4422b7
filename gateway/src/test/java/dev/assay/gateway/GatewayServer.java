// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.prompts.Protocol;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A gateway with a real broker and a real database behind it; one for all tests of this JVM. */
final class GatewayServer {

  static final String PASSWORD = "gateway-test";
  private static final Path MIGRATIONS = Path.of("..", "db", "gateway");
  private static final GatewayServer SERVER = start();

  private final URI url;
  private final EmbeddedKafka kafka;
  private final ConfigurableApplicationContext context;
  private final KafkaProducer<String, byte[]> producer;

  private GatewayServer(EmbeddedKafka kafka, ConfigurableApplicationContext context) {
    this.kafka = kafka;
    this.context = context;
    this.url = URI.create("http://127.0.0.1:" + port(context));
    this.producer =
        new KafkaProducer<>(
            kafka.clientProperties(), new StringSerializer(), new ByteArraySerializer());
  }

  static GatewayServer running() {
    return SERVER;
  }

  private static GatewayServer start() {
    try {
      Path folder = Files.createTempDirectory("assay-gateway");
      EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("db"));
      EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
      migrate(database);
      SpringApplication application = GatewayApplication.application();
      application.addPrimarySources(List.of(Asking.class));
      application.setRegisterShutdownHook(false);
      ConfigurableApplicationContext context = application.run(arguments(database, kafka));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    context.close();
                    kafka.close();
                    database.close();
                    remove(folder);
                  }));
      return new GatewayServer(kafka, context);
    } catch (Exception e) {
      throw new IllegalStateException("could not start the gateway", e);
    }
  }

  /** No test does it: they share the folder, and do not know who of them is the last. */
  private static void remove(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      System.err.println("not removed: " + folder);
    }
  }

  private static String[] arguments(EmbeddedDatabase database, EmbeddedKafka kafka) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--ASSAY_DB_URL=" + database.jdbcUrl(),
                "--ASSAY_GATEWAY_DB_PASSWORD=" + PASSWORD,
                // Problems of the build before are old, and to be looked at all the same.
                "--ASSAY_RETENTION=36500d",
                "--assay.gateway.heartbeat=200ms",
                "--assay.gateway.grace=1s",
                "--assay.gateway.hang-up=300ms",
                "--assay.gateway.policy.attempts=2",
                "--assay.gateway.policy.stopping=fixed",
                "--assay.gateway.policy.verifications=2",
                "--logging.level.root=WARN"));
    kafka.serviceSettings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return arguments.toArray(String[]::new);
  }

  /** What the db module does for a real installation. */
  private static void migrate(EmbeddedDatabase database) throws Exception {
    String url = database.jdbcUrl();
    try (var admin = DriverManager.getConnection(url, database.user(), database.password());
        var statement = admin.createStatement()) {
      statement.execute("create role assay_gateway login password '" + PASSWORD + "'");
      statement.execute("create schema gateway authorization assay_gateway");
    }
    try (var owner = DriverManager.getConnection(url, "assay_gateway", PASSWORD);
        var statement = owner.createStatement()) {
      statement.execute("set search_path = gateway");
      statement.execute(Files.readString(MIGRATIONS.resolve("V1__problems.sql")));
      EarlierBuild.fill(owner);
      for (Path migration : migrationsSince(2)) {
        statement.execute(Files.readString(migration));
      }
      statement.execute("create table flyway_schema_history (version text, success boolean)");
      statement.execute("insert into flyway_schema_history values ('10', true)");
    }
  }

  private static List<Path> migrationsSince(int first) throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files
          .filter(file -> version(file) >= first)
          .sorted(Comparator.comparingInt(GatewayServer::version))
          .toList();
    }
  }

  private static int version(Path migration) {
    return Integer.parseInt(migration.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  URI url() {
    return url;
  }

  String databaseUrl() {
    return context.getEnvironment().getRequiredProperty("spring.datasource.url");
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  boolean hasBeanOfOurs(String name) {
    return context.containsBean(name)
        && context.getBean(name).getClass().getName().startsWith("dev.assay.");
  }

  long rows(String table) {
    return context
        .getBean(JdbcClient.class)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  /** Returns when the broker has the events, in this order. */
  void publish(List<? extends Event> events) {
    for (Event event : events) {
      publish(Topic.of(event), event.problemId().toString(), EventCodec.encode(event));
    }
  }

  void publish(Topic<?> topic, String key, byte[] body) {
    try {
      producer.send(new ProducerRecord<>(topic.name(), key, body)).get();
    } catch (Exception e) {
      throw new IllegalStateException("could not publish", e);
    }
  }

  /** The bodies of everything on a topic at this moment. */
  List<String> on(String topic) {
    Map<String, Object> settings = kafka.clientProperties();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<PartitionInfo> known = consumer.listTopics().getOrDefault(topic, List.of());
      List<TopicPartition> parts =
          known.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
      long total = consumer.endOffsets(parts).values().stream().mapToLong(Long::longValue).sum();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      List<String> bodies = new ArrayList<>();
      while (bodies.size() < total) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(each -> bodies.add(new String(each.value(), StandardCharsets.UTF_8)));
      }
      return bodies;
    }
  }

  /** Adds the protocol that a model's configuration would, and a backlog as tests like it. */
  @Configuration(proxyBeanMethods = false)
  static class Asking {

    @Bean
    Protocol protocol() {
      return new RefusingProtocol();
    }

    @Bean
    @Primary
    ScriptedBacklog scriptedBacklog() {
      return new ScriptedBacklog();
    }
  }
}

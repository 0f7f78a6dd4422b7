// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.testing.ProblemFixture;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service alone, as one file, with a model on a server: what a GPU cluster would run. */
class PackagedIT {

  private static final long MOST_BYTES = 90_000_000;
  private static final int MOST_POLLS = 600;
  private static final String REPLY =
      """
      {"choices": [{"message": {"role": "assistant", "content": "All is well.\\n\\\\box{STEP-1}"},
        "finish_reason": "stop"}], "usage": {"prompt_tokens": 7, "completion_tokens": 5}}
      """;

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          byte[] reply = REPLY.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void itIsSmallAndCarriesNoWeightsAndNothingToRunThem() throws IOException {
    Path program = program();

    assertThat(Files.size(program)).isLessThan(MOST_BYTES);
    try (InputStream in = Files.newInputStream(program)) {
      assertThat(entries(in))
          .anyMatch(name -> name.startsWith("dev/assay/model/openai/"))
          .anyMatch(name -> name.startsWith("dev/assay/embedded/grammar/"))
          .noneMatch(name -> name.contains("tensorflow") || name.contains("djl"))
          .noneMatch(name -> name.startsWith("dev/assay/embedded/model/"))
          .noneMatch(name -> name.endsWith(".safetensors"));
    }
  }

  /** The names in a zip, and in the jars within it. */
  private static List<String> entries(InputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      names.add(entry.getName());
      if (entry.getName().endsWith(".jar")) {
        names.addAll(entries(zip));
      }
    }
    return names;
  }

  @Test
  void itCriticisesWithAModelOnAServer() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      Process process = start(kafka.serviceSettings());
      try {
        publish(kafka, drafted());

        Criticised criticised = (Criticised) first(kafka, Topic.CRITIQUES, process);

        assertThat(criticised.model()).isEqualTo("some-model");
        assertThat(criticised.critique()).isInstanceOf(Sound.class);
        assertThat(criticised.spend().step().calls()).isEqualTo(1);
      } finally {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private Process start(Map<String, String> kafka) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                program().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("critic.txt").toFile());
    Map<String, String> settings = new HashMap<>(kafka);
    settings.put("ASSAY_MODEL_URL", "http://localhost:" + server.getAddress().getPort() + "/v1");
    settings.put("ASSAY_MODEL_NAME", "some-model");
    settings.put("ASSAY_STYLE", "general");
    settings.put("ASSAY_PORT", "0");
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
    builder.environment().putAll(settings);
    return builder.start();
  }

  private static Path program() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(each -> each.toString().endsWith("-exec.jar")).findFirst().orElseThrow();
    }
  }

  /** Nobody is late: the deadline is an hour off. */
  private static Drafted drafted() {
    Drafted some = ProblemFixture.drafted(ProblemFixture.RIGHT);
    Problem problem = some.problem();
    Problem now = new Problem(problem.id(), problem.question(), problem.policy(), Instant.now());
    Solution solution = some.solution();
    return new Drafted(now, solution, some.model(), some.spend());
  }

  private static void publish(EmbeddedKafka kafka, Event event) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topic.of(event).name(), EventCodec.encode(event))).get();
    }
  }

  private Event first(EmbeddedKafka kafka, Topic<?> topic, Process process) throws IOException {
    Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, "test");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 500);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic.name()));
      for (int poll = 0; poll < MOST_POLLS && process.isAlive(); poll++) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (EventCodec.decode(topic, record.value())
              instanceof Decoded.Known<? extends Event>(Event event)) {
            return event;
          }
        }
      }
    }
    throw new AssertionError("no event came: " + Files.readString(folder.resolve("critic.txt")));
  }
}

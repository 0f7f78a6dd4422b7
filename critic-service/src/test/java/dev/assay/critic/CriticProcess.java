// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.messaging.Envelope;
import dev.assay.messaging.RawRecord;
import dev.assay.testing.ProblemFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The service as a process of its own, with a broker and a model's server. */
final class CriticProcess implements AutoCloseable {

  private static final int MOST_POLLS = 600;

  private final EmbeddedKafka kafka;
  private final Path log;
  private final Process process;

  CriticProcess(Path log, EmbeddedKafka kafka, int modelPort) throws IOException {
    this.kafka = kafka;
    this.log = log;
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                program().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> settings = new HashMap<>(kafka.serviceSettings());
    settings.put("ASSAY_MODEL_URL", "http://localhost:" + modelPort + "/v1");
    settings.put("ASSAY_MODEL_NAME", "some-model");
    settings.put("ASSAY_STYLE", "general");
    settings.put("ASSAY_PORT", "0");
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
    builder.environment().putAll(settings);
    this.process = builder.start();
  }

  static Path program() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(each -> each.toString().endsWith("-exec.jar")).findFirst().orElseThrow();
    }
  }

  /** Asks for a critique. Nobody is late: the deadline is an hour off. */
  static void ask(EmbeddedKafka kafka) throws Exception {
    Drafted some = ProblemFixture.drafted(ProblemFixture.RIGHT);
    Problem problem = some.problem();
    Problem now = new Problem(problem.id(), problem.question(), problem.policy(), Instant.now());
    Event event = new Drafted(now, some.solution(), some.model(), some.spend());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record(event)).get();
    }
  }

  private static ProducerRecord<byte[], byte[]> record(Event event) {
    String topic = Topic.of(event).name();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, RawRecord.key(topic, event.subject()), EventCodec.encode(event));
    Envelope.of(event, null)
        .headers()
        .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return record;
  }

  /** The first event that comes on a topic. */
  Event first(Topic<?> topic) throws IOException {
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
    throw new AssertionError("no event came: " + lastWords());
  }

  String lastWords() throws IOException {
    return Files.readString(log);
  }

  /** Without a word. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end");
    }
  }
}

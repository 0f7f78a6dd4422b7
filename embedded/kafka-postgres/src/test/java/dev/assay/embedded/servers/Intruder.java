// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A program of somebody else, who knows every port and tries to come in, in several ways at once.
 * Each way is an argument; what came of it is a line of output.
 */
final class Intruder {

  private static final String MOST = "4000";

  private Intruder() {}

  /** A way is named, and its words are separated by bars. */
  public static void main(String[] ways) {
    Stream.of(ways)
        .map(way -> CompletableFuture.supplyAsync(() -> attempt(way), task -> thread(task)))
        .toList()
        .forEach(each -> System.out.println(each.join()));
    // Clients that found no way in go on trying in the background.
    Runtime.getRuntime().halt(0);
  }

  private static void thread(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  private static String attempt(String way) {
    String[] words = way.split("\\|", -1);
    String name = words[0] + ": ";
    try {
      switch (words[1]) {
        case "jdbc" -> query(words[2], words[3], words[4]);
        case "produce" -> produce(client(words));
        case "consume" -> consume(client(words));
        case "administer" -> administer(client(words));
        default -> throw new IllegalArgumentException(words[1]);
      }
      return name + "in";
    } catch (Exception e) {
      return (name + "out: " + e + " " + e.getCause()).replace('\n', ' ');
    }
  }

  /** Kind of address, address, and the login or nothing. */
  private static Map<String, Object> client(String[] words) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(words[2], words[3]);
    settings.put("request.timeout.ms", MOST);
    settings.put("default.api.timeout.ms", MOST);
    if (!words[4].isEmpty()) {
      settings.put("security.protocol", "SASL_PLAINTEXT");
      settings.put("sasl.mechanism", "PLAIN");
      settings.put("sasl.jaas.config", words[4]);
    }
    return settings;
  }

  private static void query(String url, String user, String password) throws Exception {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      connection.createStatement().execute("select 1");
    }
  }

  private static void produce(Map<String, Object> settings) throws Exception {
    settings.remove("default.api.timeout.ms");
    settings.put("max.block.ms", MOST);
    settings.put("delivery.timeout.ms", MOST);
    settings.put("linger.ms", "0");
    byte[] body = "forged".getBytes(StandardCharsets.UTF_8);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("answers", body)).get(10, TimeUnit.SECONDS);
    }
  }

  private static void consume(Map<String, Object> settings) {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> parts = List.of(new TopicPartition("answers", 0));
      consumer.endOffsets(parts, Duration.ofSeconds(4));
    }
  }

  private static void administer(Map<String, Object> settings) throws Exception {
    try (Admin admin = Admin.create(settings)) {
      admin.describeMetadataQuorum().quorumInfo().get(10, TimeUnit.SECONDS);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A program of somebody else, who knows every port and tries to come in; says {@code in} if so. */
final class Intruder {

  private static final String MOST = "4000";

  private Intruder() {}

  public static void main(String[] arguments) {
    try {
      switch (arguments[0]) {
        case "jdbc" -> query(arguments[1], arguments[2], arguments[3]);
        case "produce" -> produce(client(arguments));
        case "consume" -> consume(client(arguments));
        case "administer" -> administer(client(arguments));
        default -> throw new IllegalArgumentException(arguments[0]);
      }
      System.out.println("in");
      System.exit(0);
    } catch (Exception e) {
      System.out.println("out: " + e + " " + e.getCause());
      System.exit(1);
    }
  }

  /** Kind of server, address, and the login or nothing. */
  private static Map<String, Object> client(String[] arguments) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(arguments[1], arguments[2]);
    settings.put("request.timeout.ms", MOST);
    settings.put("default.api.timeout.ms", MOST);
    if (arguments.length > 3) {
      settings.put("security.protocol", "SASL_PLAINTEXT");
      settings.put("sasl.mechanism", "PLAIN");
      settings.put("sasl.jaas.config", arguments[3]);
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

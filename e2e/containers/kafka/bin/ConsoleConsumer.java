// SPDX-License-Identifier: Apache-2.0

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, as kafka-console-consumer.sh does, whose jar is not at hand. */
public final class ConsoleConsumer {

  private ConsoleConsumer() {}

  public static void main(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].equals("--from-beginning")) {
        options.put(arguments[i], arguments[++i]);
      }
    }
    Map<String, Object> settings =
        Map.of("bootstrap.servers", options.get("--bootstrap-server"), "enable.auto.commit", "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(options.get("--topic")).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Duration patience = Duration.ofMillis(Long.parseLong(options.get("--timeout-ms")));
      ConsumerRecords<byte[], byte[]> records = consumer.poll(patience);
      while (!records.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> each : records) {
          System.out.println(new String(each.value(), StandardCharsets.UTF_8));
        }
        records = consumer.poll(patience);
      }
    }
  }
}

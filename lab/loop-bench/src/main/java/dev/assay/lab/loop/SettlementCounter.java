// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.Decoded.Known;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts, on the topic itself, how often each problem was settled: what the gateway shows could
 * hide a second answer.
 *
 * @param once problems with exactly one record
 * @param again problems with further records that say the same: a redelivery
 * @param contradicted problems with records that differ
 * @param never problems without a record
 */
public record SettlementCounter(int once, int again, int contradicted, int never) {

  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * Reads the topic of answers from its beginning to its present end.
   *
   * @param kafka the file of properties with which clients reach the broker
   */
  public static SettlementCounter count(Path kafka, Set<String> problems) {
    Map<String, Integer> records = new HashMap<>();
    Map<String, AnswerEvent> first = new HashMap<>();
    Map<String, Boolean> same = new HashMap<>();
    read(
        kafka,
        event -> {
          String id = event.problemId().toString();
          records.merge(id, 1, Integer::sum);
          AnswerEvent earlier = first.putIfAbsent(id, event);
          same.merge(id, earlier == null || earlier.equals(event), Boolean::logicalAnd);
        });
    int[] counts = new int[4];
    for (String id : problems) {
      int times = records.getOrDefault(id, 0);
      counts[times <= 1 ? times : same.getOrDefault(id, true) ? 2 : 3]++;
    }
    return new SettlementCounter(counts[1], counts[2], counts[3], counts[0]);
  }

  /** Whether every problem was settled, and none was settled in two ways. */
  public boolean good() {
    return contradicted == 0 && never == 0;
  }

  private static void read(Path kafka, Consumer<AnswerEvent> each) {
    Properties settings = new Properties();
    try (var reader = Files.newBufferedReader(kafka)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + kafka, e);
    }
    settings.put("enable.auto.commit", "false");
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.ANSWERS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
          if (EventCodec.decode(Topic.ANSWERS, found.value())
              instanceof Known<AnswerEvent>(var event)) {
            each.accept(event);
          }
        }
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.topics;

import dev.assay.contracts.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who reads every topic from its beginning, and writes records of theirs once more. */
public final class TopicAccess implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param clientFile the properties with which clients reach the broker
   */
  public TopicAccess(Path clientFile) {
    Properties settings = new Properties();
    try (var reader = Files.newBufferedReader(clientFile)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.put("enable.auto.commit", "false");
    var reading = new ByteArrayDeserializer();
    var writing = new ByteArraySerializer();
    consumer = new KafkaConsumer<>(settings, reading, reading);
    producer = new KafkaProducer<>(settings, writing, writing);
  }

  /** All records of a topic up to now, those of each partition in their order. */
  public List<LoggedRecord> records(Topic<?> topic) {
    List<TopicPartition> partitions = partitions(topic.name());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<LoggedRecord> found = new ArrayList<>();
    while (partitions.stream()
        .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
      consumer.poll(POLL).forEach(each -> found.add(new LoggedRecord(each)));
    }
    return found;
  }

  /** How many records all topics have had, and those of dead letters. */
  public long written() {
    return Topic.ALL.stream().mapToLong(each -> written(each.name())).sum() + dead();
  }

  /** How many records were given up. */
  public long dead() {
    return Topic.ALL.stream().mapToLong(each -> written(each.deadLetters())).sum();
  }

  private long written(String topic) {
    return consumer.endOffsets(partitions(topic)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Writes records once more, in this order; returns when the broker has them. */
  public void copy(List<LoggedRecord> records) {
    List<Future<RecordMetadata>> sent =
        records.stream().map(each -> producer.send(each.again())).toList();
    try {
      for (Future<RecordMetadata> each : sent) {
        RecordMetadata _ = each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not copy records", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}

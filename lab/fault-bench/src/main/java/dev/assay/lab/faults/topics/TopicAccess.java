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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who reads every topic from its beginning, and writes records of theirs once more. */
public final class TopicAccess implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Admin admin;
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
    admin = Admin.create(settings);
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

  /**
   * What groups have not read of the topics that they read, by what they have committed.
   *
   * @return in words, a line for each partition; empty where all is read
   */
  public List<String> unread() {
    List<String> unread = new ArrayList<>();
    try {
      for (GroupListing group : admin.listGroups().all().get()) {
        unread.addAll(unread(group.groupId()));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not look at groups", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return unread;
  }

  private List<String> unread(String group) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    List<TopicPartition> all =
        committed.keySet().stream()
            .map(TopicPartition::topic)
            .distinct()
            .flatMap(topic -> partitions(topic).stream())
            .toList();
    List<String> unread = new ArrayList<>();
    consumer
        .endOffsets(all)
        .forEach(
            (partition, end) -> {
              OffsetAndMetadata read = committed.get(partition);
              long next = read == null ? 0 : read.offset();
              if (next < end) {
                unread.add("%s: %d of %s, which ends at %d".formatted(group, next, partition, end));
              }
            });
    return unread;
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
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
      throw interrupted(e);
    }
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  @Override
  public void close() {
    admin.close();
    consumer.close();
    producer.close();
  }
}

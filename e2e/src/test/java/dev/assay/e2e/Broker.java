// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The system's broker, seen by somebody who reads along and can put anything on a topic. */
final class Broker implements AutoCloseable {

  /** Who takes what off the topics under a name of its own. */
  static final Map<String, List<Topic<?>>> GROUPS =
      Map.of(
          "gateway", Topic.ALL,
          "generator", List.of(Topic.ATTEMPTS),
          "critic", List.of(Topic.SOLUTIONS),
          "refine", List.of(Topic.CRITIQUES),
          "verifier", List.of(Topic.PROBLEMS, Topic.CRITIQUES, Topic.VERDICTS),
          "verifier-work", List.of(Topic.VERIFICATIONS),
          "verifier-comparisons", List.of(Topic.COMPARISONS),
          "verifier-outcomes", List.of(Topic.OUTCOMES));

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  /** With the properties that clients reach it with, which are kept in a file. */
  Broker(Path clientFile) {
    var bytes = new ByteArrayDeserializer();
    var writer = new ByteArraySerializer();
    Properties settings = new Properties();
    try (var reader = Files.newBufferedReader(clientFile)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Properties reading = new Properties();
    reading.putAll(settings);
    reading.put("enable.auto.commit", "false");
    consumer = new KafkaConsumer<>(reading, bytes, bytes);
    producer = new KafkaProducer<>(settings, writer, writer);
    admin = Admin.create(settings);
  }

  /** All records of a topic, from its beginning to its present end; none if there is no topic. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    List<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
      consumer.poll(POLL).forEach(found::add);
    }
    return found;
  }

  /** What can be read on a topic, repetitions included. */
  <E extends Event> List<E> events(Topic<E> topic) {
    return records(topic.name()).stream()
        .map(each -> each.value() == null ? null : EventCodec.decode(topic, each.value()))
        .flatMap(
            each ->
                each instanceof Decoded.Known<E>(E event) ? Stream.of(event) : Stream.<E>empty())
        .toList();
  }

  /** Everything that was said about a problem on any topic, repetitions included. */
  List<Event> eventsOf(String problem) {
    return Topic.ALL.stream()
        .<Event>flatMap(topic -> events(topic).stream())
        .filter(event -> event.problemId().toString().equals(problem))
        .toList();
  }

  /** A record that nobody could work, and why. */
  record DeadLetter(String body, String reason) {}

  List<DeadLetter> deadLetters(Topic<?> topic) {
    return records(topic.deadLetters()).stream()
        .map(
            each ->
                new DeadLetter(
                    text(each.value()),
                    text(each.headers().lastHeader("dead-letter-reason").value())))
        .toList();
  }

  /** The problems that records of any topic are about, by their keys. */
  Set<String> problems() {
    return Topic.ALL.stream()
        .flatMap(topic -> records(topic.name()).stream())
        .map(each -> text(each.key()).split("/", 2)[0])
        .collect(Collectors.toSet());
  }

  private static String text(byte[] utf8) {
    return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
  }

  void send(Event event) {
    byte[] key = event.problemId().toString().getBytes(StandardCharsets.UTF_8);
    send(new ProducerRecord<>(Topic.of(event).name(), key, EventCodec.encode(event)));
  }

  /** Puts something on a topic that need not belong there; an empty text is no body at all. */
  void send(Topic<?> topic, String body) {
    byte[] utf8 = body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8);
    send(new ProducerRecord<>(topic.name(), utf8));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether every group has worked everything there is. */
  boolean idle() {
    return GROUPS.entrySet().stream().allMatch(each -> idle(each.getKey(), each.getValue()));
  }

  private boolean idle(String group, Collection<Topic<?>> topics) {
    Map<TopicPartition, OffsetAndMetadata> worked = committed(group);
    List<TopicPartition> partitions =
        topics.stream().flatMap(topic -> partitions(topic.name()).stream()).toList();
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> end.getValue() <= offset(worked.get(end.getKey())));
  }

  private static long offset(OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
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
    admin.close();
  }
}

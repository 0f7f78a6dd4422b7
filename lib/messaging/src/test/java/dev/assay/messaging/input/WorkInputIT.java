// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.messaging.DeadLetterHeaders;
import dev.assay.messaging.Envelope;
import dev.assay.messaging.input.WorkSlots.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Work that is under way while the members of its group come and go: each task is worked once. */
class WorkInputIT {

  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;
  private static Clients clients;
  private static Producer<byte[], byte[]> producer;
  private static Admin admin;

  private final List<Worked> worked = new CopyOnWriteArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private String topic;

  private record Worked(String task, String by) {}

  @BeforeAll
  static void startKafka() {
    kafka = EmbeddedKafka.start(folder);
    clients = new Clients(kafka.clientProperties(), kafka.clientProperties());
    producer = clients.producer();
    admin = Admin.create(kafka.clientProperties());
  }

  @AfterAll
  static void stopKafka() {
    producer.close();
    admin.close();
    kafka.close();
  }

  @BeforeEach
  void makeTopic(TestInfo test) throws Exception {
    make(test.getTestMethod().orElseThrow().getName());
  }

  private void make(String name) throws Exception {
    topic = name;
    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
    // What is sent before they are led may be refused for as long as a producer waits.
    await().atMost(PATIENCE).ignoreExceptions().until(() -> ends().size() == PARTITIONS);
  }

  @AfterEach
  void stopMembers() {
    release.countDown();
    members.forEach(each -> each.loop.stop());
  }

  @Test
  void whoJoinsBuysNothingThatIsUnderWayAndTakesItsShareOfTheRest() throws Exception {
    Member first = member("first", task -> task.startsWith("slow"));
    send("slow", 40);
    await().atMost(PATIENCE).until(() -> worked.size() == 8);

    Member second = member("second", task -> task.startsWith("slow"));
    await().atMost(PATIENCE).until(() -> tasks("second").size() == 8);
    send("quick", 40);
    release.countDown();

    awaitAll(80);
    assertThat(tasks("first")).hasSizeGreaterThan(8);
    assertThat(tasks("second")).hasSizeGreaterThan(8);
    assertThat(first.loop.isRunning()).isTrue();
    assertThat(second.loop.isRunning()).isTrue();
  }

  @Test
  void whoLeavesEndsWhatItHasInHandAndNobodyWaitsForIt() throws Exception {
    Member first = member("first", task -> task.startsWith("slow"));
    send("slow", 8);
    await().atMost(PATIENCE).until(() -> worked.size() == 8);
    member("second", task -> task.startsWith("slow"));

    first.loop.stop();
    send("quick", 40);
    await()
        .atMost(PATIENCE)
        .until(
            () -> tasks("second").stream().filter(each -> each.startsWith("quick")).count() == 40);

    assertThat(tasks("second")).noneMatch(task -> task.startsWith("slow"));
    release.countDown();
    awaitAll(48);
  }

  @Test
  void whatIsDoneAboveASlowTaskIsNotDoneAgainByWhoComesNext() throws Exception {
    Member first = member("first", task -> task.endsWith(" 0"));
    send("task", 200);
    await().atMost(PATIENCE).until(() -> worked.size() == 200 && first.slots.busy());
    first.loop.stop();
    member("second", _ -> false);
    release.countDown();

    awaitAll(200);
  }

  @Test
  void whatHasItsResultIsNotBoughtAgainAfterItsProcessDiedWithoutAWord() throws Exception {
    make(Topic.SOLUTIONS.name());
    make(Topic.VERDICTS.name());
    make(Topic.ATTEMPTS.name());
    send(task("done", Map.of(Envelope.EVENT_ID, "1")));
    send(task("redriven", Map.of(Envelope.EVENT_ID, "1", DeadLetterHeaders.REDRIVEN, "1")));
    send(task("given up", Map.of(Envelope.EVENT_ID, "2")));
    send(task("in hand", Map.of(Envelope.EVENT_ID, "3")));
    send(task("first call", Map.of(Envelope.EVENT_ID, "4")));
    send(task("second call", Map.of(Envelope.EVENT_ID, "4", "call", "1")));
    send(record(Topic.SOLUTIONS.name(), "draft", Map.of(Envelope.CAUSED_BY, "1")));
    send(record(Topic.VERDICTS.name(), "abandoned", Map.of(Envelope.CAUSED_BY, "2")));

    member("next", _ -> false);

    await().atMost(PATIENCE).until(this::allCommitted);
    assertThat(tasks("next")).containsExactlyInAnyOrder("redriven", "in hand", "second call");
    send(task("done", Map.of(Envelope.EVENT_ID, "1")));
    await().atMost(PATIENCE).until(this::allCommitted);
    assertThat(tasks("next")).hasSize(3);
  }

  private ProducerRecord<byte[], byte[]> task(String body, Map<String, String> headers) {
    return record(topic, body, headers);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String body, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(body), bytes(body));
    headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  private static void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    producer.send(record).get();
  }

  private void awaitAll(int tasks) {
    await().atMost(PATIENCE).until(this::allCommitted);
    assertThat(worked).extracting(Worked::task).hasSize(tasks).doesNotHaveDuplicates();
  }

  private boolean allCommitted() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(topic).partitionsToOffsetAndMetadata().get();
    return ends().entrySet().stream()
        .allMatch(
            end ->
                end.getValue().offset() == 0
                    || (committed.get(end.getKey()) != null
                        && committed.get(end.getKey()).offset() == end.getValue().offset()));
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends() throws Exception {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    return admin.listOffsets(ends).all().get();
  }

  private List<String> tasks(String by) {
    return worked.stream().filter(each -> each.by().equals(by)).map(Worked::task).toList();
  }

  private void send(String kind, int tasks) {
    for (int i = 0; i < tasks; i++) {
      producer.send(
          new ProducerRecord<>(
              topic, bytes("problem " + i % 7 + "/" + kind + i), bytes(kind + " " + i)));
    }
    producer.flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Member member(String name, Predicate<String> slow) {
    Member member = new Member(name, slow);
    members.add(member);
    member.loop.start();
    return member;
  }

  private final class Member {
    final WorkSlots slots;
    final InputLoop loop;

    Member(String name, Predicate<String> slow) {
      WorkNotes notes = new WorkNotes(producer);
      slots =
          new WorkSlots(
              new Limits(8, 100, 1 << 20),
              task -> work(name, slow, task),
              notes,
              InstantSource.system());
      loop =
          new InputLoop(
              name,
              () -> clients.consumer(topic),
              new WorkInput(
                  List.of(topic),
                  slots,
                  notes,
                  new KnownResults(() -> clients.consumer(null), List.of(topic)),
                  InstantSource.system()));
    }

    private void work(String name, Predicate<String> slow, TaskInHand task) {
      String body = new String(task.record().body(), StandardCharsets.UTF_8);
      worked.add(new Worked(body, name));
      if (slow.test(body)) {
        try {
          release.await();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.messaging.broker.KafkaDependency;
import dev.assay.messaging.broker.TopicProperties;
import dev.assay.messaging.ledger.CommitNote;
import dev.assay.messaging.ledger.OffsetRuns;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backlog of a real broker. */
class BrokerBacklogIT {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final TopicPartition PARTITION = new TopicPartition("attempts", 1);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static Admin admin;
  private static KafkaProducer<byte[], byte[]> producer;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = START;
  private WorkGroup group;
  private BrokerBacklog backlog;
  private BacklogGauges gauges;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    TopicProperties topics =
        new TopicProperties(2, (short) 1, Duration.ofDays(3), Duration.ofDays(30));
    assertThat(new KafkaDependency(kafka.clientProperties(), topics).trouble()).isEmpty();
    admin = Admin.create(kafka.clientProperties());
    producer =
        new KafkaProducer<>(
            kafka.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    producer.close();
    admin.close();
    kafka.close();
  }

  @BeforeEach
  void anotherGroup() throws Exception {
    group = new WorkGroup("generator-" + UUID.randomUUID(), Topic.ATTEMPTS);
    backlog = backlog(kafka.clientProperties());
    gauges = new BacklogGauges(backlog, List.of(group), meters);
    commit(new TopicPartition("attempts", 0), send(0) + 1, "");
    commit(PARTITION, send(1) + 1, "");
  }

  @AfterEach
  void close() {
    gauges.close();
    backlog.close();
  }

  @Test
  void beforeTheFirstReadingNothingIsKnown() {
    assertThat(backlog.oldest()).isEmpty();
    assertThat(backlog.waiting()).isZero();
    assertThat(gauge("assay.tasks.unknown")).isEqualTo(1);
  }

  @Test
  void whereAllIsCommittedNothingWaits() {
    backlog.turn();

    assertThat(backlog.oldest()).isEmpty();
    assertThat(backlog.waiting()).isZero();
    assertThat(gauge("assay.tasks.unknown")).isZero();
  }

  @Test
  void whatStandsStillAgesUntilItMoves() throws Exception {
    long first = send(1);
    send(1);
    backlog.turn();
    now = START.plusSeconds(30);
    backlog.turn();

    assertThat(backlog.waiting()).isEqualTo(2);
    assertThat(backlog.oldest()).contains(Duration.ofSeconds(30));
    assertThat(gauge("assay.tasks.waiting")).isEqualTo(2);
    assertThat(gauge("assay.tasks.oldest.seconds")).isEqualTo(30);

    commit(PARTITION, first + 1, "");
    backlog.turn();

    assertThat(backlog.waiting()).isEqualTo(1);
    assertThat(backlog.oldest()).contains(Duration.ZERO);
  }

  @Test
  void whatACommitTellsIsBelieved() throws Exception {
    long first = send(1);
    long second = send(1);
    send(1);
    OffsetRuns finished = new OffsetRuns();
    finished.add(second);
    Optional<Instant> oldest = Optional.of(START.minusSeconds(42));
    commit(
        PARTITION, first, new CommitNote(first, finished, new OffsetRuns(), oldest, false).text());

    backlog.turn();

    assertThat(backlog.waiting()).isEqualTo(2);
    assertThat(backlog.oldest()).contains(Duration.ofSeconds(42));
  }

  @Test
  void whereACommitTellsOfNoneItIsBelievedWhileTheGroupHasMembers() throws Exception {
    long first = send(1);
    commit(PARTITION, first, CommitNote.of(first).text());

    backlog.turn();
    assertThat(backlog.waiting()).isEqualTo(1);
    assertThat(backlog.oldest()).isEmpty();

    now = START.plusSeconds(60);
    for (int i = 0; i < 5; i++) {
      backlog.turn();
    }

    // Nobody is in the group: what it said last says nothing of what came later.
    assertThat(backlog.oldest()).contains(Duration.ofSeconds(60));
  }

  @Test
  void aGroupThatNeverCameHasAllOfItBeforeIt() throws Exception {
    group = new WorkGroup("nobody-" + UUID.randomUUID(), Topic.ATTEMPTS);
    try (BrokerBacklog whole = backlog(kafka.clientProperties())) {
      whole.turn();

      assertThat(whole.waiting()).isGreaterThanOrEqualTo(2);
      assertThat(whole.oldest()).contains(Duration.ZERO);
    }
  }

  @Test
  void aBrokerThatIsAwayFailsNothingAndIsToldByAGauge() {
    Map<String, Object> clients = new HashMap<>(kafka.clientProperties());
    clients.put("bootstrap.servers", "127.0.0.1:1");
    close();
    backlog = backlog(clients);
    gauges = new BacklogGauges(backlog, List.of(group), meters);

    assertThat(backlog.turn()).isPositive();

    assertThat(backlog.oldest()).isEmpty();
    assertThat(backlog.waiting()).isZero();
    assertThat(gauge("assay.tasks.unknown")).isEqualTo(1);
  }

  @Test
  void anOldReadingIsNotThePresent() throws Exception {
    send(1);
    backlog.turn();
    now = START.plusSeconds(11);

    assertThat(gauge("assay.tasks.unknown")).isEqualTo(1);
    assertThat(backlog.waiting()).isEqualTo(1);
    assertThat(backlog.oldest()).contains(Duration.ofSeconds(11));
  }

  @Test
  void whoIsClosedShowsNothing() {
    gauges.close();

    assertThat(meters.getMeters()).isEmpty();
  }

  private BrokerBacklog backlog(Map<String, Object> clients) {
    return new BrokerBacklog(clients, List.of(group), () -> now);
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  private void commit(TopicPartition partition, long offset, String note) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            group.name(), Map.of(partition, new OffsetAndMetadata(offset, note)))
        .all()
        .get();
  }

  private static long send(int partition) throws Exception {
    return producer
        .send(new ProducerRecord<>("attempts", partition, new byte[0], new byte[0]))
        .get()
        .offset();
  }
}

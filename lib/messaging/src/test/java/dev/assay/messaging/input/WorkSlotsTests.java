// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Usage;
import dev.assay.messaging.Tried;
import dev.assay.messaging.input.WorkSlots.Limits;
import dev.assay.messaging.ledger.CommitNote;
import dev.assay.messaging.ledger.OffsetRuns;
import dev.assay.messaging.ledger.PartitionLedger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkSlotsTests {

  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final PartitionLedger ledger = new PartitionLedger(CommitNote.of(0));
  private final List<Long> worked = new CopyOnWriteArrayList<>();
  private final Map<Long, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Map<Long, Duration> putOff = new ConcurrentHashMap<>();
  private volatile Instant now = NOW;
  private final WorkSlots slots =
      new WorkSlots(new Limits(4, 10, 1_000), this::work, new WorkNotes(producer), () -> now);

  @AfterEach
  void letGo() {
    held.values().forEach(CountDownLatch::countDown);
  }

  @Test
  void aSlowTaskHoldsUpNobody() {
    hold(0);
    for (int offset = 0; offset < 100; offset++) {
      slots.add(task(offset, "problem"));
    }

    awaitWorked(100);

    assertThat(ledger.commit().next()).isZero();
    held.get(0L).countDown();
    await().until(() -> ledger.commit().next() == 100);
  }

  @Test
  void asManyAreWorkedAtATimeAsThereArePlaces() {
    for (int offset = 0; offset < 9; offset++) {
      hold(offset);
      slots.add(task(offset, "problem " + offset));
    }
    awaitWorked(4);

    held.get(0L).countDown();

    awaitWorked(5);
    assertThat(worked).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void whatIsPutOffHoldsNoPlaceAndComesWhenItIsDue() {
    putOff.put(0L, Duration.ofSeconds(3));
    slots.add(task(0, "problem"));
    awaitWorked(1);
    await().until(() -> slots.awaitEnd(Duration.ZERO));

    slots.pass(true);
    assertThat(worked).hasSize(1);
    now = NOW.plusSeconds(3);
    slots.pass(true);

    awaitWorked(2);
    await().until(() -> ledger.commit().next() == 1);
  }

  @Test
  void aRecordThatIsDueLaterWaits() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("tries", bytes("1"));
    headers.add("due", bytes(String.valueOf(NOW.plusSeconds(20).toEpochMilli())));

    slots.add(task(0, "problem", headers));
    slots.pass(true);
    assertThat(worked).isEmpty();
    now = NOW.plusSeconds(20);
    slots.pass(true);

    awaitWorked(1);
  }

  @Test
  void aFailureToHandOverIsTriedAgainLater() {
    held.put(7L, new CountDownLatch(0));
    slots.add(task(7, "fails once"));
    awaitWorked(1);
    await().until(() -> slots.awaitEnd(Duration.ZERO));

    now = NOW.plusMillis(500);
    slots.pass(true);

    awaitWorked(2);
  }

  @Test
  void enoughIsReadAheadWhenThereAreManyOrTheyAreLarge() {
    assertThat(slots.full()).isFalse();
    for (int offset = 0; offset < 14; offset++) {
      hold(offset);
      slots.add(task(offset, "problem " + offset));
    }
    assertThat(slots.full()).isTrue();
  }

  @Test
  void whatAnotherProcessWorksIsTakenBackWhenItSaysNothingMore() {
    lend(0);
    now = NOW.plus(WorkSlots.LEASE).minusMillis(1);
    slots.pass(true);
    assertThat(worked).isEmpty();

    slots.hear(ledger, note(WorkNote.Kind.HELD, 0));
    now = now.plus(WorkSlots.LEASE).minusMillis(1);
    slots.pass(true);
    assertThat(worked).isEmpty();

    now = now.plusMillis(2);
    slots.pass(true);
    awaitWorked(1);
  }

  @Test
  void whatItSaidIsWaitedForWhereItMayNotHaveBeenReadYet() {
    lend(0);
    now = NOW.plus(WorkSlots.LEASE).plusSeconds(60);
    slots.pass(false);
    slots.pass(true);

    assertThat(worked).isEmpty();
  }

  @Test
  void whatAnotherProcessHasDoneIsDone() {
    lend(0);

    slots.hear(ledger, note(WorkNote.Kind.DONE, 0));

    assertThat(ledger.commit().next()).isEqualTo(1);
    assertThat(slots.busy()).isFalse();
  }

  @Test
  void whatAnotherProcessGivesBackIsWorkedAtOnce() {
    lend(0);

    slots.hear(ledger, note(WorkNote.Kind.RETURNED, 0));

    awaitWorked(1);
  }

  @Test
  void theNewOwnerIsToldWhenWhatWasLentHasEnded() {
    hold(0);
    slots.add(task(0, "problem"));
    awaitWorked(1);

    slots.forget(ledger);
    ledger.handOver();
    held.get(0L).countDown();

    await().until(() -> !producer.history().isEmpty());
    WorkNote told = read(producer.history().getFirst());
    assertThat(told.kind()).isEqualTo(WorkNote.Kind.DONE);
    assertThat(told.offsets().contains(0)).isTrue();
  }

  @Test
  void whatIsStoppedHandsNothingOver() throws InterruptedException {
    slots.stop();

    slots.add(task(0, "problem"));

    assertThat(slots.awaitEnd(Duration.ZERO)).isTrue();
    assertThat(worked).isEmpty();
  }

  private void lend(long offset) {
    ledger.take(offset, NOW);
    slots.addLent(new TaskInHand(record(offset, "problem", new RecordHeaders()), ledger));
  }

  private static WorkNote note(WorkNote.Kind kind, long offset) {
    OffsetRuns runs = new OffsetRuns();
    runs.add(offset);
    return new WorkNote(kind, runs);
  }

  private static WorkNote read(ProducerRecord<byte[], byte[]> sent) {
    return WorkNote.read(
            new ConsumerRecord<>(
                sent.topic(),
                sent.partition(),
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty()))
        .orElseThrow();
  }

  private void hold(long offset) {
    held.put(offset, new CountDownLatch(1));
  }

  private void work(TaskInHand task) {
    worked.add(task.offset());
    if (task.line().equals("fails once") && task.first()) {
      throw new IllegalStateException("the broker is away");
    }
    try {
      held.getOrDefault(task.offset(), new CountDownLatch(0)).await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Duration delay = putOff.remove(task.offset());
    if (delay != null) {
      task.postpone(delay, new Tried(1, 0, Usage.NONE));
    }
  }

  private void awaitWorked(int many) {
    await().until(() -> worked.size() == many);
  }

  private TaskInHand task(long offset, String problem) {
    return task(offset, problem, new RecordHeaders());
  }

  private TaskInHand task(long offset, String problem, RecordHeaders headers) {
    ledger.take(offset, NOW);
    return new TaskInHand(record(offset, problem, headers), ledger);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      long offset, String problem, RecordHeaders headers) {
    return new ConsumerRecord<>(
        "attempts",
        0,
        offset,
        NOW.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        bytes(problem + "/" + offset),
        bytes("body"),
        headers,
        Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

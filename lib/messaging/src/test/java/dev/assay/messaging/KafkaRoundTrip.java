// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Kafka, as far as a consumer sees it: takes events and dead letters, or is away. */
final class KafkaRoundTrip implements Publisher, DeadLetters {

  static final String GROUP = "worker";

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<Published> published = new CopyOnWriteArrayList<>();
  final List<Dead> dead = new CopyOnWriteArrayList<>();

  /** The events that the broker does not take. */
  volatile Predicate<Event> refused = _ -> false;

  /** The events that it will never take. */
  volatile Predicate<Event> hopeless = _ -> false;

  /** How many dead letters it does not take at first. */
  final AtomicInteger deadLettersRefused = new AtomicInteger();

  /** The broker is away for so many attempts to publish such an event. */
  void refuse(int times, Predicate<Event> which) {
    AtomicInteger left = new AtomicInteger(times);
    refused = event -> which.test(event) && left.getAndDecrement() > 0;
  }

  record Published(Event event, @Nullable String causedBy) {}

  /** What the broker has, as it came. */
  final List<RawRecord> records = new CopyOnWriteArrayList<>();

  record Dead(RawRecord record, String group, String reason) {}

  RecordIntake<AttemptEvent> intake() {
    return intake(true);
  }

  RecordIntake<AttemptEvent> intake(boolean owner) {
    return new RecordIntake<>(
        List.of(Topic.ATTEMPTS), GROUP, owner ? List.of(Topic.ATTEMPTS) : List.of(), this, meters);
  }

  /** A worker of attempts. */
  Hands worker(
      Work<AttemptEvent> work,
      Retries retries,
      SettledProblems settled,
      InstantSource clock,
      Duration grace) {
    Tries<AttemptEvent> tries = new Tries<>(work, retries, settled, clock, grace);
    Insisting insisting = new Insisting(Duration.ofMillis(1), Duration.ofMillis(1));
    return new Hands(new RecordWorker<>(intake(), tries, this, settled, clock, insisting));
  }

  @Override
  public CompletableFuture<Void> publish(RawRecord record) {
    Event event = event(record);
    if (refused.test(event)) {
      return CompletableFuture.failedFuture(new TimeoutException("the broker is away"));
    }
    if (hopeless.test(event)) {
      return CompletableFuture.failedFuture(
          new UnsendableException(event.eventId(), new RecordTooLargeException("too large")));
    }
    records.add(record);
    published.add(new Published(event, record.headers().get(Envelope.CAUSED_BY)));
    return CompletableFuture.completedFuture(null);
  }

  private static Event event(RawRecord record) {
    Topic<?> topic = Topic.named(record.topic()).orElseThrow();
    return ((Decoded.Known<?>) EventCodec.decode(topic, record.body())).event();
  }

  @Override
  public void add(RawRecord record, String group, String reason) {
    if (deadLettersRefused.getAndDecrement() > 0) {
      throw new TimeoutException("the broker is away");
    }
    dead.add(new Dead(record, group, reason));
  }

  List<Event> events() {
    return published.stream().map(Published::event).toList();
  }

  int count(String outcome) {
    return (int)
        meters.find("assay.records").tags("group", GROUP, "outcome", outcome).counters().stream()
            .mapToDouble(Counter::count)
            .sum();
  }

  /** What the equation says that {@code received} is the sum of. */
  int accountedFor() {
    return count("worked")
        + count("skipped")
        + count("unknown")
        + count("malformed")
        + count("failed")
        + count("postponed");
  }
}

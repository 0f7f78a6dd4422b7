// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Takes one record of stateless work to its end, whoever hands it over and in whatever order: it is
 * worked once, what follows is published, and then it is counted, and dead-lettered if it failed. A
 * try that is to be followed by another puts it off; a call that is to be followed by another makes
 * a record of its own of the rest. Safe for threads.
 */
final class RecordWorker<E extends Event> implements Consumer<Message<Delivery>> {

  private static final Logger LOG = LoggerFactory.getLogger(RecordWorker.class);

  /** What waits for longer is published again: a process need not live for as long. */
  private static final Duration LONGEST_IN_HAND = Duration.ofSeconds(5);

  private final RecordIntake<E> intake;
  private final Tries<E> tries;
  private final Publisher publisher;
  private final SettledProblems settled;
  private final InstantSource clock;
  private final Insisting insisting;
  private final RecentLives lives = new RecentLives(10_000);
  private final Map<String, CompletableFuture<@Nullable Void>> underWay = new ConcurrentHashMap<>();

  RecordWorker(
      RecordIntake<E> intake,
      Tries<E> tries,
      Publisher publisher,
      SettledProblems settled,
      InstantSource clock,
      Insisting insisting) {
    this.intake = intake;
    this.tries = tries;
    this.publisher = publisher;
    this.settled = settled;
    this.clock = clock;
    this.insisting = insisting;
  }

  @Override
  public void accept(Message<Delivery> message) {
    work(message.getPayload());
  }

  /**
   * Works the record on the calling thread, and returns when its offset may be committed or it is
   * put off.
   *
   * @throws RuntimeException if neither is so: the broker is away or the process is stopping, and
   *     the record is to be handed over again
   */
  void work(Delivery delivery) {
    intake
        .read(delivery.record(), delivery.first())
        .ifPresent(received -> workAlone(received, delivery));
  }

  private void workAlone(Received<E> received, Delivery delivery) {
    String id = received.event().eventId();
    CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    // A duplicate beside it would buy the call twice, and must not be done with before the first
    // is: that one may not come again.
    for (var other = underWay.putIfAbsent(id, end);
        other != null;
        other = underWay.putIfAbsent(id, end)) {
      other.join();
    }
    try {
      workOnce(id, received, delivery);
    } finally {
      underWay.remove(id);
      end.complete(null);
    }
  }

  private void workOnce(String id, Received<E> received, Delivery delivery) {
    // A duplicate's outputs are on the broker already; who redrives a record wants others.
    String life = id + received.record().headers().getOrDefault(DeadLetterHeaders.REDRIVEN, "");
    Tried tried = delivery.tried();
    boolean past = tried.tellsNoCall() ? lives.isOver(life) : lives.isPast(life, tried.call());
    if (settled.contains(received.event().problemId()) || past) {
      intake.skipped(received.record());
      return;
    }
    lives.reach(life, tried.call());
    int room = Heard.room(received.record());
    conclude(received, delivery, life, tries.work(received.event(), tried, room));
  }

  private void conclude(Received<E> received, Delivery delivery, String life, WorkResult result) {
    switch (result) {
      case WorkResult.Ended ended -> {
        finish(received, ended);
        lives.end(life);
      }
      case WorkResult.Further(Tried tried) -> goOn(received, delivery, life, tried);
      case WorkResult.Postponed(Duration delay, Tried tried) ->
          putOff(received.record(), delivery, delay, tried);
    }
  }

  private void goOn(Received<E> received, Delivery delivery, String life, Tried tried) {
    RawRecord record = received.record();
    RawRecord rest = record.with(tried.headers(record.headers()));
    try {
      insisting.on(() -> publisher.publishNow(rest));
    } catch (UnsendableException e) {
      LOG.warn("{}; its further calls are made at once", e.getMessage());
      conclude(received, delivery, life, tries.work(received.event(), tried, 0));
      return;
    }
    lives.reach(life, tried.call());
    intake.postponed(record);
  }

  private void putOff(RawRecord record, Delivery delivery, Duration delay, Tried tried) {
    // What is too much to be told stays with who has heard it.
    if (delay.compareTo(LONGEST_IN_HAND) <= 0 || !tried.heard().fits(Heard.room(record))) {
      delivery.postpone(delay, tried);
      return;
    }
    Instant due = clock.instant().plus(delay);
    RawRecord again = record.with(tried.headers(record.headers(), due));
    insisting.on(() -> publisher.publishNow(again));
    intake.postponed(record);
  }

  private void finish(Received<E> received, WorkResult.Ended result) {
    UnsendableException refusal = publish(received, result);
    if (refusal == null) {
      count(received.record(), result);
      return;
    }
    WorkResult.Ended instead = tries.unsendable(received.event(), result.outputs(), refusal);
    if (publish(received, instead) != null) {
      LOG.error("nobody can be told that {} failed", received.event().eventId());
    }
    count(received.record(), instead);
  }

  /** Why one of the outputs can never be sent, or null if the broker has them all. */
  private @Nullable UnsendableException publish(Received<E> cause, WorkResult.Ended result) {
    Envelope envelope = cause.envelope();
    try {
      List<RawRecord> records =
          result.outputs().stream()
              .map(output -> RawRecord.of(output, envelope.followedBy(output)))
              .toList();
      insisting.on(() -> send(records));
      return null;
    } catch (UnsendableException e) {
      return e;
    }
  }

  private void send(List<RawRecord> records) {
    try {
      CompletableFuture.allOf(
              records.stream().map(publisher::publish).toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void count(RawRecord record, WorkResult.Ended result) {
    switch (result.countedAs()) {
      case WORKED -> intake.worked(record);
      case SKIPPED -> intake.skipped(record);
      case FAILED -> insisting.on(() -> intake.failed(record, result.reason()));
    }
  }
}

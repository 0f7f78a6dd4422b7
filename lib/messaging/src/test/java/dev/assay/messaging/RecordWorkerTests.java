// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.messaging.KafkaRoundTrip.Published;
import dev.assay.messaging.TryResult.Done;
import dev.assay.messaging.TryResult.GiveUp;
import dev.assay.messaging.TryResult.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

@Timeout(60)
class RecordWorkerTests {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Usage CALL = new Usage(1, 10, 5, 0);

  private final KafkaRoundTrip road = new KafkaRoundTrip();
  private final SettledProblems settled = new SettledProblems();
  private final Script work = new Script();
  private final Problem problem = EventFixture.problem(NOW);
  private final AttemptEvent.Requested attempt = EventFixture.attempt(problem, 0);

  private volatile Instant now = NOW;
  private final Hands consumer = consumer(Duration.ofMillis(1));

  @Test
  void whatFollowsIsPublishedWithItsCause() {
    consumer.accept(Poll.of(attempt));

    assertThat(road.published)
        .containsExactly(new Published(end(attempt, "done"), attempt.eventId()));
    assertThat(road.count("worked")).isEqualTo(1);
    assertThat(road.dead).isEmpty();
  }

  @Test
  void anEventThatIsNothingToTheWorkerIsWorkedAllTheSame() {
    work.script = _ -> new Done(List.of());

    consumer.accept(Poll.of(attempt));

    assertThat(road.published).isEmpty();
    assertThat(road.count("worked")).isEqualTo(1);
  }

  @Test
  void theRecordsOfAPollAreWorkedSideBySide() {
    CountDownLatch meeting = new CountDownLatch(8);
    work.script =
        event -> {
          meeting.countDown();
          assertThat(wait(meeting, Duration.ofSeconds(30))).isTrue();
          return done(event);
        };

    consumer.accept(Poll.of(attempts(8)));

    assertThat(road.published).hasSize(8);
  }

  @Test
  void itReturnsWhenTheBrokerHasEverything() {
    consumer.accept(Poll.of(attempts(50)));

    assertThat(road.published).hasSize(50);
    assertThat(road.count("worked")).isEqualTo(50);
  }

  @Test
  void whatTheBrokerDoesNotTakeIsKeptAndPublishedWhenItDoes() {
    road.refuse(5, _ -> true);

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).as("bought once").containsExactly(attempt.eventId());
    assertThat(road.events()).containsExactly(end(attempt, "done"));
    assertThat(road.count("worked")).isEqualTo(1);
    assertThat(road.accountedFor()).isEqualTo(1);
  }

  @Test
  void theOthersAreFinishedWhileOneCannotBePublished() {
    AttemptEvent.Requested[] all = attempts(20);
    CountDownLatch others = new CountDownLatch(19);
    road.refused =
        event -> {
          boolean first = event.equals(end(all[0], "done"));
          if (!first) {
            others.countDown();
          }
          return first && others.getCount() > 0;
        };

    consumer.accept(Poll.of(all));

    assertThat(road.published).hasSize(20);
    assertThat(road.events().getLast()).isEqualTo(end(all[0], "done"));
  }

  @Test
  void allOutputsArePublishedAgainIfOneIsNotTaken() {
    Abandoned first = end(attempt, "first");
    Abandoned second = end(attempt, "second");
    work.script = _ -> new Done(List.of(first, second));
    road.refuse(1, second::equals);

    consumer.accept(Poll.of(attempt));

    assertThat(road.events()).containsExactly(first, first, second);
    assertThat(work.performed).hasSize(1);
  }

  @Test
  void aSettledProblemIsSkipped() {
    settled.on(attempt.problemId());

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).isEmpty();
    assertThat(road.published).isEmpty();
    assertThat(road.count("skipped")).isEqualTo(1);
  }

  @Test
  void aProblemThatIsSettledBetweenTwoTriesIsNotTriedAgain() {
    work.script =
        _ -> {
          settled.on(attempt.problemId());
          return busy(Usage.NONE);
        };

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(1);
  }

  @Test
  void aRepeatedEventIsSkipped() {
    consumer.accept(Poll.of(attempt));
    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(1);
    assertThat(road.published).hasSize(1);
    assertThat(road.count("skipped")).isEqualTo(1);
  }

  @Test
  void whatIsRedrivenIsWorkedAgainAndOnce() {
    work.failures.add(() -> new GiveUp("no such model", Usage.NONE));
    consumer.accept(Poll.of(attempt));
    Map<String, String> redriven = Map.of(DeadLetterHeaders.REDRIVEN, "1");

    consumer.accept(new Poll().with(attempt, redriven).with(attempt, redriven).message());

    assertThat(work.performed).hasSize(2);
    assertThat(road.events()).containsExactly(end(attempt, "no such model"), end(attempt, "done"));
  }

  @Test
  void anEventThatIsTwiceInAPollIsWorkedOnce() {
    CountDownLatch both = new CountDownLatch(2);
    work.script =
        event -> {
          both.countDown();
          wait(both, Duration.ofMillis(300));
          return done(event);
        };

    consumer.accept(Poll.of(attempt, attempt));

    assertThat(work.performed).hasSize(1);
    assertThat(road.published).hasSize(1);
    assertThat(road.count("skipped")).isEqualTo(1);
  }

  @Test
  void aTransientFailureIsTriedAgain() {
    work.failures.add(() -> busy(Usage.NONE));
    work.failures.add(() -> busy(Usage.NONE));

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(3);
    assertThat(road.events()).containsExactly(end(attempt, "done"));
    assertThat(road.dead).isEmpty();
  }

  @Test
  void aTransientFailureThatLastsIsTriedUntilTheDeadline() {
    IntStream.range(0, 20).forEach(_ -> work.failures.add(() -> busy(Usage.NONE)));
    work.script =
        _ -> {
          now = problem.deadline();
          return busy(Usage.NONE);
        };

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(21);
    assertThat(road.events()).containsExactly(end(attempt, "busy"));
    assertThat(road.dead).extracting(KafkaRoundTrip.Dead::reason).containsExactly("busy");
    assertThat(road.count("failed")).isEqualTo(1);
  }

  @Test
  void triesThatCostSomethingAreCounted() {
    work.failures.add(() -> busy(Usage.NONE));
    work.script = _ -> busy(new Usage(1, 10, 5, 0));

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(1 + 3);
    assertThat(road.events())
        .containsExactly(
            new Abandoned(attempt.attempt(), Stage.DRAFTING, "busy", new Usage(3, 30, 15, 0)));
  }

  @Test
  void aServerThatAsksForMoreThanIsLeftIsNotWaitedFor() {
    Duration left = Duration.between(NOW, problem.deadline());
    work.script = _ -> new RetryAfter(Optional.of(left.plusMillis(1)), "busy", Usage.NONE);

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(1);
    assertThat(road.events()).containsExactly(end(attempt, "busy"));
  }

  @Test
  void anotherFailureIsGivenUpAtOnce() {
    work.failures.add(() -> new GiveUp("no such model", Usage.NONE));

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(1);
    assertThat(road.published)
        .containsExactly(new Published(end(attempt, "no such model"), attempt.eventId()));
    assertThat(road.dead).extracting(KafkaRoundTrip.Dead::reason).containsExactly("no such model");
  }

  @Test
  void aFailureThatNobodyReportedIsGivenUpAtOnce() {
    work.script =
        _ -> {
          throw new IllegalStateException("a bug");
        };

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(1);
    assertThat(road.events()).containsExactly(end(attempt, "a bug"));
    assertThat(road.count("failed")).isEqualTo(1);
  }

  @Test
  void aFailureWithoutAMessageIsNamedByItsClass() {
    work.failures.add(
        () -> {
          throw new UnsupportedOperationException();
        });

    consumer.accept(Poll.of(attempt));

    assertThat(road.events()).containsExactly(end(attempt, "UnsupportedOperationException"));
  }

  @Test
  void aGivenUpEventIsDeadLetteredWhenItIsPublished() {
    work.failures.add(() -> new GiveUp("no such model", Usage.NONE));
    road.refused =
        _ -> {
          assertThat(road.dead).isEmpty();
          return false;
        };

    consumer.accept(Poll.of(attempt));

    assertThat(road.dead).hasSize(1);
  }

  @Test
  void aDeadLetterThatIsNotTakenIsWrittenWhenItCanBe() {
    work.failures.add(() -> new GiveUp("no such model", Usage.NONE));
    road.deadLettersRefused.set(2);

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).as("bought once").hasSize(1);
    assertThat(road.events()).containsExactly(end(attempt, "no such model"));
    assertThat(road.dead).hasSize(1);
    assertThat(road.count("failed")).isEqualTo(1);
  }

  @Test
  void workPastTheDeadlineIsGivenUpUntried() {
    now = problem.deadline().plusMillis(1);

    consumer.accept(Poll.of(attempt));

    assertThat(work.performed).isEmpty();
    assertThat(road.events())
        .containsExactly(end(attempt, "late: the problem's deadline had passed"));
    assertThat(road.count("skipped")).isEqualTo(1);
    assertThat(road.dead).isEmpty();
  }

  @Test
  void workAtTheDeadlineIsStillDone() {
    now = problem.deadline();

    consumer.accept(Poll.of(attempt));

    assertThat(road.count("worked")).isEqualTo(1);
  }

  @Test
  void aWaitThatWouldEndPastTheDeadlineIsNotWaited() {
    work.script = _ -> busy(Usage.NONE);

    consumer(Duration.ofMinutes(10)).accept(Poll.of(attempt));

    assertThat(work.performed).hasSize(1);
    assertThat(road.events()).containsExactly(end(attempt, "busy"));
  }

  @Test
  void whatIsReceivedIsAccountedFor() {
    AttemptEvent.Requested[] all = attempts(6);
    Problem other = EventFixture.problem(NOW);
    settled.on(EventFixture.attempt(other, 0).problemId());
    work.script =
        event -> {
          if (event.equals(all[5])) {
            return new GiveUp("no such model", Usage.NONE);
          }
          return done(event);
        };

    consumer.accept(
        new Poll()
            .with(all)
            .with("attempts", "{\"type\":\"attempt.paused.v7\"}")
            .with("attempts", "not json")
            .withNothing("attempts")
            .with(EventFixture.attempt(other, 0))
            .message());
    consumer.accept(Poll.of(all[0]));

    assertThat(road.count("received")).isEqualTo(11);
    assertThat(road.accountedFor()).isEqualTo(11);
    assertThat(road.count("worked")).isEqualTo(5);
    assertThat(road.count("failed")).isEqualTo(1);
    assertThat(road.count("unknown")).isEqualTo(1);
    assertThat(road.count("malformed")).isEqualTo(2);
    assertThat(road.count("skipped")).isEqualTo(2);
    assertThat(road.dead).hasSize(3);
  }

  @Test
  void whatIsTriedAgainIsReceivedAndAccountedForOnce() {
    work.failures.add(() -> busy(Usage.NONE));

    consumer.accept(Poll.of(attempt));

    assertThat(road.count("received")).isEqualTo(1);
    assertThat(road.accountedFor()).isEqualTo(1);
  }

  @Test
  void aLongWaitIsARecordOfItsOwnThatKnowsWhatWasTried() {
    work.script = _ -> new RetryAfter(Optional.of(Duration.ofSeconds(20)), "busy", CALL);

    consumer.accept(Poll.of(attempt));

    RawRecord again = road.records.getFirst();
    assertThat(again.topic()).isEqualTo("attempts");
    assertThat(again.key()).isEqualTo(RawRecord.key("attempts", attempt.subject()));
    assertThat(Tried.of(again)).isEqualTo(new Tried(1, 1, CALL));
    assertThat(Tried.due(again).orElseThrow()).isAfterOrEqualTo(NOW.plusSeconds(20));
    assertThat(road.count("postponed")).isEqualTo(1);
    assertThat(consumer.waits).isEmpty();
  }

  @Test
  void whatComesOfTheLastTryBearsWhatAllHaveCostWhoeverMadeThem() {
    work.script = _ -> busy(CALL);
    Message<List<RawRecord>> again =
        new Poll().with(attempt, new Tried(7, 2, CALL.plus(CALL)).headers(Map.of(), NOW)).message();

    consumer.accept(again);

    assertThat(road.events())
        .containsExactly(
            new Abandoned(attempt.attempt(), Stage.DRAFTING, "busy", CALL.plus(CALL).plus(CALL)));
  }

  @Test
  void anEventThatWasPutOffIsNotTakenForOneThatIsDone() {
    work.failures.add(() -> new RetryAfter(Optional.of(Duration.ofSeconds(20)), "busy", CALL));
    consumer.accept(Poll.of(attempt));

    consumer.accept(new GenericMessage<>(List.of(road.records.removeFirst())));

    assertThat(road.events()).contains(end(attempt, "done").charged(CALL));
  }

  @Test
  void whatATenantsRecordLeadsToIsOnItsBehalfAndInItsTrace() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    consumer.accept(
        new Poll().with(attempt, Map.of("tenant", "acme", "traceparent", trace)).message());

    assertThat(road.records.getFirst().headers())
        .isEqualTo(
            Map.of(
                "event-id",
                end(attempt, "done").eventId(),
                "event-type",
                "attempt.abandoned.v1",
                "caused-by",
                attempt.eventId(),
                "tenant",
                "acme",
                "traceparent",
                trace));
  }

  private static boolean wait(CountDownLatch latch, Duration most) {
    try {
      return latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Hands consumer(Duration wait) {
    return road.worker(work, new Retries(3, wait, wait), settled, () -> now, Duration.ofMinutes(1));
  }

  private AttemptEvent.Requested[] attempts(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> EventFixture.attempt(problem, number))
        .toArray(AttemptEvent.Requested[]::new);
  }

  private static Abandoned end(AttemptEvent.Requested attempt, String reason) {
    return new Abandoned(attempt.attempt(), Stage.DRAFTING, reason, Usage.NONE);
  }

  private static TryResult done(AttemptEvent event) {
    return new Done(end((AttemptEvent.Requested) event, "done"));
  }

  private static TryResult busy(Usage spent) {
    return new RetryAfter(Optional.empty(), "busy", spent);
  }

  /** Does what it is told, and notes what it was asked. */
  private static final class Script implements Work<AttemptEvent> {

    final ConcurrentLinkedQueue<String> performed = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Supplier<TryResult>> failures = new ConcurrentLinkedQueue<>();
    volatile Function<AttemptEvent, TryResult> script = RecordWorkerTests::done;

    @Override
    public TryResult perform(AttemptEvent event) {
      performed.add(event.eventId());
      Supplier<TryResult> failure = failures.poll();
      return failure == null ? script.apply(event) : failure.get();
    }

    @Override
    public List<? extends Event> giveUp(AttemptEvent event, Failure failure) {
      String reason = (failure.late() ? "late: " : "") + failure.reason();
      return List.of(end((AttemptEvent.Requested) event, reason));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.messaging.RunningWork.Stop;
import dev.assay.messaging.TryResult.Done;
import dev.assay.messaging.TryResult.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call ends with its problem: when that is settled, and when nobody waits for it any more. */
@Timeout(60)
class StoppedWorkTests {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final KafkaRoundTrip road = new KafkaRoundTrip();
  private final SettledProblems settled = new SettledProblems();
  private final Hanging work = new Hanging();
  private final Problem problem = EventFixture.problem(NOW);
  private final AttemptEvent.Requested attempt = EventFixture.attempt(problem, 0);

  @Test
  void aCallIsHungUpWhenItsProblemIsSettled() throws InterruptedException {
    Thread poll = Thread.startVirtualThread(() -> consumer(NOW).accept(Poll.of(attempt)));
    work.begun.acquire();

    settled.on(attempt.problemId());
    poll.join();

    assertThat(road.published).isEmpty();
    assertThat(road.dead).isEmpty();
    assertThat(road.count("skipped")).isEqualTo(1);
    assertThat(settled.watched()).isZero();
  }

  @Test
  void theCallsOfOtherProblemsGoOn() throws InterruptedException {
    AttemptEvent.Requested other = EventFixture.attempt(EventFixture.problem(NOW), 0);
    Thread poll = Thread.startVirtualThread(() -> consumer(NOW).accept(Poll.of(attempt, other)));
    work.begun.acquire(2);

    settled.on(attempt.problemId());
    work.hangUps.acquire();
    work.replies.countDown();
    poll.join();

    assertThat(road.events()).containsExactly(end(other, "done"));
    assertThat(road.count("skipped")).isEqualTo(1);
    assertThat(road.count("worked")).isEqualTo(1);
  }

  @Test
  void aSettledProblemsHungUpRecordIsDoneAndNotWorkedAgain() throws InterruptedException {
    Hands consumer = consumer(NOW);
    Thread poll = Thread.startVirtualThread(() -> consumer.accept(Poll.of(attempt)));
    work.begun.acquire();
    settled.on(attempt.problemId());
    poll.join();

    consumer.accept(Poll.of(attempt));

    assertThat(work.begun.availablePermits()).isZero();
    assertThat(road.accountedFor()).isEqualTo(2);
  }

  @Test
  void aCallThatHangsIsGivenUpWhenItsDeadlineIsPast() {
    consumer(problem.deadline()).accept(Poll.of(attempt));

    assertThat(road.events())
        .containsExactly(end(attempt, "it was still under way at the problem's deadline"));
    assertThat(road.count("failed")).isEqualTo(1);
  }

  @Test
  void aShutdownStillBringsTheRecordBack() throws InterruptedException {
    Thread[] container = new Thread[1];
    CountDownLatch ended = new CountDownLatch(1);
    container[0] =
        Thread.startVirtualThread(
            () -> {
              assertThatThrownBy(() -> consumer(NOW).workHere(attempt))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageStartingWith("stopped while working");
              ended.countDown();
            });
    work.begun.acquire();

    container[0].interrupt();
    ended.await();

    assertThat(road.published).isEmpty();
    assertThat(road.accountedFor()).isZero();
  }

  @Test
  void whatIsInHandWhenTheProcessEndsIsGivenBackAndNotGivenUp() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread.startVirtualThread(
        () -> {
          assertThatThrownBy(() -> consumer(NOW).accept(Poll.of(attempt)))
              .isInstanceOf(IllegalStateException.class)
              .hasMessage("given back: " + attempt.eventId());
          ended.countDown();
        });
    work.begun.acquire();

    settled.giveBack();
    ended.await();

    assertThat(road.published).isEmpty();
    assertThat(road.accountedFor()).isZero();
  }

  @Test
  void whatIsTakenUpWhileTheProcessEndsIsGivenBack() {
    settled.giveBack();

    assertThatThrownBy(() -> consumer(NOW).accept(Poll.of(attempt)))
        .hasMessage("given back: " + attempt.eventId());

    assertThat(road.published).isEmpty();
  }

  @Test
  void whatWasSettledBeforeItIsWatchedIsStoppedWhenItBegins() {
    RunningWork running = new RunningWork();
    settled.on(attempt.problemId());

    settled.watch(problem.id(), running);
    running.begin();

    assertThat(running.stopped()).isEqualTo(Stop.SETTLED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    running.end();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void noInterruptComesAfterTheEnd() {
    RunningWork running = new RunningWork();
    settled.watch(problem.id(), running);
    running.begin();
    running.end();

    settled.on(attempt.problemId());

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theEndTakesBackNoInterruptOfSomebodyElse() {
    RunningWork running = new RunningWork();
    running.begin();
    Thread.currentThread().interrupt();

    running.end();

    assertThat(Thread.interrupted()).isTrue();
  }

  private Hands consumer(Instant now) {
    Retries retries = new Retries(3, Duration.ofMillis(1), Duration.ofMillis(1));
    return road.worker(work, retries, settled, () -> now, Duration.ofMillis(50));
  }

  private static Abandoned end(AttemptEvent.Requested attempt, String reason) {
    return new Abandoned(attempt.attempt(), Stage.DRAFTING, reason, Usage.NONE);
  }

  /** Waits for a reply that comes only when the test says so. */
  private static final class Hanging implements Work<AttemptEvent> {

    final Semaphore begun = new Semaphore(0);
    final Semaphore hangUps = new Semaphore(0);
    final CountDownLatch replies = new CountDownLatch(1);

    @Override
    public TryResult perform(AttemptEvent event) {
      try {
        begun.release();
        replies.await();
        return new Done(end((AttemptEvent.Requested) event, "done"));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        hangUps.release();
        return new RetryAfter(Optional.empty(), "hung up", Usage.NONE);
      }
    }

    @Override
    public List<? extends Event> giveUp(AttemptEvent event, Failure failure) {
      return List.of(end((AttemptEvent.Requested) event, failure.reason()));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.messaging.TryResult.Done;
import dev.assay.messaging.TryResult.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What comes of work whose result the broker never takes, and who pays for it: once. */
class UnsendableWorkTests {

  private static final Usage CALL = new Usage(1, 20, 30, 40);

  private final KafkaRoundTrip road = new KafkaRoundTrip();
  private final SettledProblems settled = new SettledProblems();
  private final Problem problem = EventFixture.problem(Instant.now());
  private final AtomicInteger bought = new AtomicInteger();
  private final Queue<TryResult> failures = new ArrayDeque<>();
  private boolean deep;
  private final Hands consumer =
      road.worker(
          new Drafting(),
          new Retries(3, Duration.ofMillis(1), Duration.ofMillis(1)),
          settled,
          Instant::now,
          Duration.ofMinutes(1));

  @Test
  void itIsGivenUpByItselfAndItsNeighboursAreNotBoughtAgain() {
    AttemptEvent.Requested hopeless = EventFixture.attempt(problem, 0);
    road.hopeless = event -> event instanceof Drafted drafted && number(drafted) == 0;

    consumer.accept(
        Poll.of(hopeless, EventFixture.attempt(problem, 1), EventFixture.attempt(problem, 2)));

    assertThat(bought).hasValue(3);
    assertThat(road.events()).filteredOn(Drafted.class::isInstance).hasSize(2);
    assertThat(road.events())
        .filteredOn(Abandoned.class::isInstance)
        .singleElement()
        .isEqualTo(
            new Abandoned(
                hopeless.attempt(), Stage.DRAFTING, "unsendable: " + reason(hopeless), CALL));
    assertThat(road.dead).extracting(KafkaRoundTrip.Dead::reason).containsExactly(reason(hopeless));
    assertThat(road.count("failed")).isEqualTo(1);
    assertThat(road.count("worked")).isEqualTo(2);
  }

  @Test
  void itIsNotBoughtAgainWhileNobodyCanBeTold() {
    AttemptEvent.Requested attempt = EventFixture.attempt(problem, 0);
    road.hopeless = Drafted.class::isInstance;
    road.refuse(3, Abandoned.class::isInstance);

    consumer.accept(Poll.of(attempt));
    consumer.accept(Poll.of(attempt));

    assertThat(bought).hasValue(1);
    assertThat(road.events()).hasSize(1);
    assertThat(road.dead).hasSize(1);
  }

  @Test
  void ifNobodyCanBeToldEitherItIsDeadLetteredAndThePollGoesOn() {
    road.hopeless = _ -> true;

    consumer.accept(Poll.of(EventFixture.attempt(problem, 0)));

    assertThat(road.published).isEmpty();
    assertThat(road.dead).hasSize(1);
    assertThat(road.count("failed")).isEqualTo(1);
  }

  @Test
  void whatTriesThatFailedCostIsOnTheEventThatFollows() {
    failures.add(busy("cut off", 1));
    failures.add(busy("cut off", 2));

    consumer.accept(Poll.of(EventFixture.attempt(problem, 0)));

    Drafted drafted = (Drafted) road.events().getFirst();
    assertThat(drafted.spend().step().calls()).isEqualTo(1 + 2 + 1);
    assertThat(drafted.spend().attempt().calls()).isEqualTo(1 + 2 + 1);
  }

  @Test
  void whatTriesThatFailedCostIsOnTheEventThatGivesUp() {
    failures.addAll(List.of(busy("1", 1), busy("2", 1), busy("3", 2)));

    consumer.accept(Poll.of(EventFixture.attempt(problem, 0)));

    assertThat(road.events())
        .singleElement()
        .isInstanceOfSatisfying(
            Abandoned.class,
            abandoned -> assertThat(abandoned.spent()).isEqualTo(new Usage(4, 0, 0, 0)));
  }

  @Test
  void workThatNestsTooDeeplyIsGivenUpAndDoesNotComeAgain() {
    deep = true;

    consumer.accept(Poll.of(EventFixture.attempt(problem, 0)));

    assertThat(road.events()).singleElement().isInstanceOf(Abandoned.class);
    assertThat(road.count("failed")).isEqualTo(1);
  }

  private static String reason(AttemptEvent.Requested attempt) {
    return "solution.drafted.v1:"
        + new SolutionId(attempt.attempt(), 0)
        + " cannot be sent: too large";
  }

  private static int number(Drafted drafted) {
    return drafted.solution().id().attempt().number();
  }

  /** A failure that was paid for. */
  private static TryResult busy(String reason, int calls) {
    return new RetryAfter(Optional.empty(), reason, new Usage(calls, 0, 0, 0));
  }

  /** Buys one call for each attempt. */
  private final class Drafting implements Work<AttemptEvent> {

    @Override
    public TryResult perform(AttemptEvent event) {
      TryResult failure = failures.poll();
      if (failure != null) {
        return failure;
      }
      if (deep) {
        return new Done(nest(event));
      }
      bought.incrementAndGet();
      AttemptEvent.Requested task = (AttemptEvent.Requested) event;
      Solution solution =
          new Solution(new SolutionId(task.attempt(), 0), "2", List.of("2"), "2", 1);
      return new Done(new Drafted(task.problem(), solution, "m", Spend.first(CALL)));
    }

    @SuppressWarnings("InfiniteRecursion")
    private Event nest(Event event) {
      return nest(event).charged(CALL);
    }

    @Override
    public List<? extends Event> giveUp(AttemptEvent event, Failure failure) {
      String reason = (failure.unsendable() ? "unsendable: " : "") + failure.reason();
      return List.of(
          new Abandoned(
              ((AttemptEvent.Requested) event).attempt(), Stage.DRAFTING, reason, Usage.NONE));
    }
  }
}

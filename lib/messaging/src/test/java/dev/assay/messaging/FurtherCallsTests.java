// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Bounds;
import dev.assay.contracts.CallFailure;
import dev.assay.contracts.CallMemory;
import dev.assay.contracts.Event;
import dev.assay.contracts.FinishReason;
import dev.assay.contracts.HeardCall;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.messaging.support.GenericMessage;

/** Work that needs several calls: each is a record, whoever works it. */
@Timeout(60)
class FurtherCallsTests {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Usage CALL = new Usage(1, 10, 5, 3);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final KafkaRoundTrip road = new KafkaRoundTrip();
  private final SettledProblems settled = new SettledProblems();
  private final Problem problem = EventFixture.problem(NOW);
  private final AttemptEvent.Requested attempt = EventFixture.attempt(problem, 0);
  private final Calls work = new Calls();

  private Instant now = NOW;
  private Hands worker = worker();

  @Test
  void eachCallIsMadeOnceAndTheBillIsThatOfAll() {
    work.wanted = 3;

    toTheEnd(Poll.of(attempt).getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b", "c");
    assertThat(road.events()).containsExactly(attempt, attempt, done(3));
    assertThat(road.count("postponed")).isEqualTo(2);
    assertThat(road.count("worked")).isEqualTo(1);
    assertThat(road.accountedFor()).isEqualTo(road.count("received"));
  }

  @Test
  void whoeverComesNextGoesOnWhereTheLastOneWas() {
    work.wanted = 3;
    RawRecord record = Poll.of(attempt).getPayload().getFirst();

    for (int call = 0; call < 3; call++) {
      hand(record);
      record = road.records.getLast();
      worker = worker();
    }

    assertThat(work.made).containsExactly("a", "b", "c");
    assertThat(road.events().getLast()).isEqualTo(done(3));
  }

  @Test
  void theRestIsARecordOfTheSameEventUnderTheSameKeyAndInTheSameTrace() {
    work.wanted = 2;
    Map<String, String> headers = new HashMap<>(Envelope.of(attempt, null).headers());
    headers.put("tenant", "acme");
    headers.put(TriedHeaders.DUE, String.valueOf(NOW.toEpochMilli()));

    hand(new Poll().with(attempt, headers).message().getPayload().getFirst());

    RawRecord rest = road.records.getFirst();
    assertThat(rest.topic()).isEqualTo("attempts");
    assertThat(rest.key()).isEqualTo(RawRecord.key("attempts", attempt.subject()));
    assertThat(rest.headers())
        .containsEntry("event-id", attempt.eventId())
        .containsEntry("tenant", "acme")
        .containsEntry(TriedHeaders.CALL, "1")
        .doesNotContainKey(TriedHeaders.DUE);
  }

  @Test
  void aDuplicateOfACallThatWasMadeIsSkipped() {
    work.wanted = 3;
    RawRecord first = Poll.of(attempt).getPayload().getFirst();
    hand(first);
    RawRecord second = road.records.getLast();

    hand(first);
    hand(second);
    hand(second);
    hand(first);
    assertThat(work.made).containsExactly("a", "b");
    RawRecord third = road.records.getLast();
    hand(third);
    hand(third);
    hand(second);
    hand(first);

    assertThat(work.made).containsExactly("a", "b", "c");
    assertThat(road.events()).containsExactly(attempt, attempt, done(3));
    assertThat(road.count("skipped")).isEqualTo(6);
  }

  @Test
  void whoHasSeenALaterCallDoesNotMakeAnEarlierOne() {
    work.wanted = 3;
    RawRecord first = Poll.of(attempt).getPayload().getFirst();
    hand(first);
    RawRecord second = road.records.getLast();
    worker = worker();

    hand(second);
    hand(first);

    assertThat(work.made).containsExactly("a", "b");
  }

  @Test
  void aSecondCallThatFailsIsTriedAgainAndTheFirstIsNot() {
    work.wanted = 2;
    work.failures.add("b");
    work.failures.add("b");

    toTheEnd(Poll.of(attempt).getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b", "b", "b");
    assertThat(worker.waits).hasSize(2);
    assertThat(road.events().getLast()).isEqualTo(done(2).charged(CALL.plus(CALL)));
  }

  @Test
  void aLongWaitTakesAlongWhatWasHeard() {
    work.wanted = 2;
    work.failures.add("b");
    work.wait = LONG;

    hand(Poll.of(attempt).getPayload().getFirst());
    hand(road.records.getLast());
    RawRecord again = road.records.getLast();
    worker = worker();
    hand(again);

    assertThat(Tried.due(again)).isPresent();
    assertThat(Tried.of(again).spent()).isEqualTo(CALL);
    assertThat(work.made).containsExactly("a", "b", "b");
    assertThat(road.events().getLast()).isEqualTo(done(2).charged(CALL));
  }

  @Test
  void whatIsGivenUpInTheEndBearsAllCalls() {
    work.wanted = 2;
    work.broken = "b";

    toTheEnd(Poll.of(attempt).getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b");
    assertThat(road.events().getLast()).isEqualTo(end("no such model", CALL.plus(CALL)));
    assertThat(road.dead).hasSize(1);
  }

  @Test
  void afterTheDeadlineTheCallsBeforeItAreOnTheBillAndNoneIsMade() {
    work.wanted = 2;
    hand(Poll.of(attempt).getPayload().getFirst());
    now = problem.deadline().plusMillis(1);

    hand(road.records.getLast());

    assertThat(work.made).containsExactly("a");
    assertThat(road.events().getLast())
        .isEqualTo(end("late: the problem's deadline had passed", CALL));
  }

  @Test
  void aProblemThatIsSettledBetweenTwoCallsBuysNoMore() {
    work.wanted = 2;
    hand(Poll.of(attempt).getPayload().getFirst());
    settled.on(problem.id());

    hand(road.records.getLast());

    assertThat(work.made).containsExactly("a");
    assertThat(road.count("skipped")).isEqualTo(1);
  }

  @Test
  void aProblemThatIsSettledDuringACallBuysNoMore() {
    work.wanted = 2;
    work.meanwhile = _ -> settled.on(problem.id());

    hand(Poll.of(attempt).getPayload().getFirst());

    assertThat(work.made).containsExactly("a");
    assertThat(road.records).isEmpty();
    assertThat(road.count("skipped")).isEqualTo(1);
  }

  @Test
  void whatIsHeardWhenTheProcessEndsIsLeftToOthers() {
    work.wanted = 2;
    work.meanwhile = _ -> settled.giveBack();
    hand(Poll.of(attempt).getPayload().getFirst());
    RawRecord rest = road.records.getLast();
    work.meanwhile = _ -> {};
    worker = road.worker(work, retries(), new SettledProblems(), () -> now, Duration.ofMinutes(1));

    hand(rest);

    assertThat(work.made).containsExactly("a", "b");
    assertThat(road.events().getLast()).isEqualTo(done(2));
  }

  @Test
  void whatIsTooLongToBeToldStaysInHand() {
    work.wanted = 3;
    work.failures.add("c");
    work.wait = LONG;
    work.said = "x".repeat(Heard.MOST_BYTES);

    hand(Poll.of(attempt).getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b", "c", "c");
    assertThat(worker.waits).hasSize(1);
    assertThat(road.events()).containsExactly(done(3).charged(CALL));
  }

  @Test
  void whatTheBrokerWillNeverTakeIsGoneOnWithAtOnce() {
    work.wanted = 3;
    road.hopeless = attempt::equals;

    hand(Poll.of(attempt).getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b", "c");
    assertThat(road.events()).containsExactly(done(3));
    assertThat(road.dead).isEmpty();
  }

  @Test
  void aBrokerThatIsAwayIsWaitedForAndNothingIsBoughtAgain() {
    work.wanted = 2;
    road.refuse(3, attempt::equals);

    toTheEnd(Poll.of(attempt).getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b");
  }

  @Test
  void whatIsHeardAndCannotBeReadIsBoughtAgain() {
    work.wanted = 2;
    Map<String, String> headers = Map.of(TriedHeaders.CALL, "1", TriedHeaders.HEARD, "[{\"id\":");

    toTheEnd(new Poll().with(attempt, headers).message().getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b");
    assertThat(road.events().getLast()).isEqualTo(done(2));
  }

  @Test
  void theReplyToSomethingElseIsBoughtAgainAndStaysOnTheBill() {
    work.wanted = 2;
    hand(Poll.of(attempt).getPayload().getFirst());
    work.asked = "something else";

    toTheEnd(road.records.getLast());

    assertThat(work.made).containsExactly("a", "a", "b");
    assertThat(road.events().getLast()).isEqualTo(done(2).charged(CALL));
  }

  @Test
  void whatABuildThatKnowsOfNoCallsPutsOffIsBegunAnewAndNotLost() {
    work.wanted = 2;
    hand(Poll.of(attempt).getPayload().getFirst());
    RawRecord rest = road.records.getLast();
    Map<String, String> theirs = new HashMap<>(new Tried(1, 0, Usage.NONE).headers(Map.of(), NOW));

    toTheEnd(rest.with(theirs));
    hand(rest.with(theirs));

    assertThat(work.made).containsExactly("a", "a", "b");
    assertThat(road.events().getLast()).isEqualTo(done(2));
  }

  @Test
  void whatIsRedrivenBeginsALifeOfItsOwn() {
    work.wanted = 2;
    toTheEnd(Poll.of(attempt).getPayload().getFirst());
    Map<String, String> redriven = Map.of(DeadLetterHeaders.REDRIVEN, "1");

    toTheEnd(new Poll().with(attempt, redriven).message().getPayload().getFirst());

    assertThat(work.made).containsExactly("a", "b", "a", "b");
  }

  @Test
  void aRecordHasRoomForWhatItsOwnBodyLeaves() {
    RawRecord small = new RawRecord("attempts", null, new byte[1_000], Map.of());
    RawRecord large = new RawRecord("attempts", null, new byte[Bounds.RECORD - 20_000], Map.of());
    RawRecord full = new RawRecord("attempts", null, new byte[Bounds.RECORD], Map.of());

    assertThat(Heard.room(small)).isEqualTo(Heard.MOST_BYTES);
    assertThat(Heard.room(large)).isBetween(1, 20_000);
    assertThat(Heard.room(full)).isZero();
  }

  @Test
  void aCallOfOneKindLeavesNoTrace() {
    hand(Poll.of(attempt).getPayload().getFirst());

    assertThat(road.events()).containsExactly(done(1));
    assertThat(road.records.getFirst().headers())
        .doesNotContainKeys(TriedHeaders.CALL, TriedHeaders.HEARD);
  }

  private void hand(RawRecord record) {
    worker.accept(new GenericMessage<>(List.of(record)));
  }

  /** Each record of the attempt that is published is handed over. */
  private void toTheEnd(RawRecord record) {
    hand(record);
    while (road.events().getLast().equals(attempt)) {
      hand(road.records.getLast());
    }
  }

  private Hands worker() {
    return road.worker(work, retries(), settled, () -> now, Duration.ofMinutes(1));
  }

  private static Retries retries() {
    return new Retries(3, Duration.ofMillis(1), Duration.ofMillis(1));
  }

  private Event done(int calls) {
    Usage all = new Usage(calls, 10L * calls, 5L * calls, 3L * calls);
    return end("done after " + calls, all);
  }

  private Abandoned end(String reason, Usage spent) {
    return new Abandoned(attempt.attempt(), Stage.DRAFTING, reason, spent);
  }

  /** Makes the calls a, b, c and so on, as a role does. */
  private final class Calls implements Work<AttemptEvent> {

    final List<String> made = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    int wanted = 1;
    String asked = "asked";
    String said = "hm";
    String broken = "";
    Duration wait = Duration.ZERO;
    Consumer<String> meanwhile = _ -> {};

    @Override
    public TryResult perform(AttemptEvent event) {
      return TryResult.of(
          () -> {
            Usage paid = Usage.NONE;
            for (int i = 0; i < wanted; i++) {
              paid = paid.plus(call(String.valueOf((char) ('a' + i)), paid));
            }
            return List.of(end("done after " + wanted, paid));
          });
    }

    private Usage call(String id, Usage paid) {
      CallMemory memory = CallMemory.current();
      Optional<HeardCall> known = memory.recall(id, () -> asked);
      if (known.isPresent()) {
        return known.get().usage();
      }
      memory.requireTurn();
      made.add(id);
      meanwhile.accept(id);
      if (failures.remove(id) || id.equals(broken)) {
        memory.addFailure(CALL, () -> new HeardCall(id, asked, CALL, null, "away"));
        throw new Failed(!id.equals(broken), paid.plus(CALL), wait);
      }
      HeardCall.Said reply = new HeardCall.Said(said, null, FinishReason.STOP, 10, 5, null, null);
      memory.add(CALL, () -> new HeardCall(id, asked, CALL, reply, null));
      return CALL;
    }

    @Override
    public List<? extends Event> giveUp(AttemptEvent event, Failure failure) {
      return List.of(end((failure.late() ? "late: " : "") + failure.reason(), Usage.NONE));
    }
  }

  private static final class Failed extends RuntimeException implements CallFailure {

    private static final long serialVersionUID = 1;

    private final boolean mayPass;
    private final transient Usage spent;
    private final Duration wait;

    Failed(boolean mayPass, Usage spent, Duration wait) {
      super(mayPass ? "busy" : "no such model");
      this.mayPass = mayPass;
      this.spent = spent;
      this.wait = wait;
    }

    @Override
    public Usage spent() {
      return spent;
    }

    @Override
    public boolean mayPass() {
      return mayPass;
    }

    @Override
    public Optional<Duration> retryAfter() {
      return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Event;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.ScriptedLoop;
import dev.assay.gateway.core.SettlementWaiters.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettlementWaitersTests {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Problem PROBLEM =
      new Problem(new ProblemId(new UUID(1, 2)), "2+2?", Policy.DEFAULT, START);

  private static final StoredProblem TAKEN = StoredProblem.fresh(PROBLEM);

  private final ProblemChanges changes = new ProblemChanges();
  private final Row row = new Row();
  private final SettlementWaiters settlements =
      new SettlementWaiters(
          row,
          changes,
          new SharedLook(row, changes, row::now, Duration.ofMillis(1)),
          row::now,
          new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10)),
          failure -> failure instanceof IllegalStateException);

  @Test
  void aCallerWhoWaitsGetsTheAnswer() {
    row.settleAt(START.plusSeconds(30));

    assertThat(settlements.await(TAKEN, () -> false, false)).contains(row.settled());
    assertThat(row.cancelledAt).isEmpty();
  }

  @Test
  void whatIsSettledWhenItIsFoundIsNotWaitedFor() {
    assertThat(settlements.await(row.settled(), () -> true, true)).contains(row.settled());
    assertThat(row.now).isEqualTo(START);
  }

  @Test
  void whoeverWaitsIsToldWhatAnotherSaw() {
    row.settleAt(START);
    SharedLook look = new SharedLook(row, changes, row::now, Duration.ofHours(1));
    try (ProblemChanges.Watch one = changes.watch(PROBLEM.id());
        ProblemChanges.Watch other = changes.watch(PROBLEM.id())) {
      assertThat(look.newer(one, PROBLEM, 0)).contains(row.settled());
      assertThat(look.newer(other, PROBLEM, 0)).contains(row.settled());
      assertThat(look.newer(other, PROBLEM, 1)).isEmpty();
    }
    assertThat(row.now).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void whatWasCommittedHereIsNotLookedFor() {
    row.settleAt(Instant.MAX);
    StoredProblem settled = row.settled();
    ProblemNews news =
        new ProblemNews(null, settled.answer(), 7, settled.progress(), settled.complete());
    row.atEveryLook = () -> changes.announce(Map.of(PROBLEM.id(), news));

    StoredProblem told = settlements.await(TAKEN, () -> false, false).orElseThrow();

    assertThat(told).isEqualTo(news.of(PROBLEM));
    assertThat(row.now).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void ofNewsThatComeTheWrongWayRoundTheLaterCounts() {
    StoredProblem settled = row.settled();
    ProblemNews open = new ProblemNews(null, null, 6, settled.progress(), false);
    ProblemNews end = new ProblemNews(null, settled.answer(), 7, settled.progress(), true);
    try (ProblemChanges.Watch watch = changes.watch(PROBLEM.id())) {
      assertThat(watch.newer(PROBLEM, -1)).isEmpty();
      changes.announce(Map.of(PROBLEM.id(), end));
      changes.announce(Map.of(PROBLEM.id(), open));

      assertThat(watch.newer(PROBLEM, 6)).contains(end.of(PROBLEM));
      assertThat(watch.newer(PROBLEM, 7)).isEmpty();
    }
  }

  @Test
  void aProblemWhoseCallerHasLeftIsCancelledTenSecondsLater() {
    row.settleAt(START.plusSeconds(50));

    assertThat(settlements.await(TAKEN, () -> row.isAfter(4), false)).isEmpty();
    assertThat(row.cancelledAt).containsExactly(START.plusSeconds(5).plusSeconds(10));
  }

  @Test
  void anAnswerThatComesBeforeThatIsNotCancelled() {
    row.settleAt(START.plusSeconds(12));

    assertThat(settlements.await(TAKEN, () -> row.isAfter(4), false)).isEmpty();
    assertThat(row.now).isEqualTo(START.plusSeconds(12));
    assertThat(row.cancelledAt).isEmpty();
  }

  @Test
  void aProblemWithAKeyIsLeftAlone() {
    assertThat(settlements.await(TAKEN, () -> row.isAfter(4), true)).isEmpty();
    assertThat(row.cancelledAt).isEmpty();
  }

  @Test
  void whileSomebodyElseWaitsNothingIsCancelled() {
    row.settleAt(START.plusSeconds(50));

    try (ProblemChanges.Watch _ = changes.watch(PROBLEM.id())) {
      assertThat(settlements.await(TAKEN, () -> row.isAfter(4), false)).isEmpty();
    }
    assertThat(row.now).isEqualTo(START.plusSeconds(50));
    assertThat(row.cancelledAt).isEmpty();
  }

  @Test
  void theTimeCountsFromWhenTheLastOneLeft() {
    ProblemChanges.Watch other = changes.watch(PROBLEM.id());
    row.atEveryLook =
        () -> {
          if (row.isAfter(20)) {
            other.leave();
          }
        };

    assertThat(settlements.await(TAKEN, () -> row.isAfter(4), false)).isEmpty();
    assertThat(row.cancelledAt).containsExactly(START.plusSeconds(21).plusSeconds(10));
  }

  @Test
  void aDatabaseThatIsAwayForAWhileIsWaitedFor() {
    row.settleAt(START.plusSeconds(30));
    row.awayUntil = START.plusSeconds(20);

    assertThat(settlements.await(TAKEN, () -> false, false)).isPresent();
  }

  @Test
  void whatNeverComesIsTooLate() {
    assertThatThrownBy(() -> settlements.await(TAKEN, () -> false, false))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LATE));
  }

  /** The row of the problem; every look at it takes a second. */
  private static final class Row implements Problems {

    private final List<Instant> cancelledAt = new ArrayList<>();
    private Instant now = START;
    private Instant settledAt = Instant.MAX;
    private Instant awayUntil = Instant.MIN;
    private Runnable atEveryLook = () -> {};

    Instant now() {
      return now;
    }

    boolean isAfter(int seconds) {
      return now.isAfter(START.plusSeconds(seconds));
    }

    void settleAt(Instant time) {
      settledAt = time;
    }

    StoredProblem settled() {
      StoredProblem open = StoredProblem.fresh(PROBLEM);
      var answer = new ScriptedLoop(PROBLEM).ended(Status.FAILED, false).answer();
      return new StoredProblem(PROBLEM, null, answer, settledAt, 1, open.progress(), true);
    }

    @Override
    public Optional<Added> addedBefore(String key) {
      return Optional.empty();
    }

    @Override
    public Map<ProblemId, Long> lastSeqs(Set<ProblemId> ids) {
      now = now.plusSeconds(1);
      atEveryLook.run();
      if (now.isBefore(awayUntil)) {
        throw new IllegalStateException("away");
      }
      assertThat(ids).containsExactly(PROBLEM.id());
      return Map.of(PROBLEM.id(), found().lastSeq());
    }

    private StoredProblem found() {
      return now.isBefore(settledAt) ? TAKEN : settled();
    }

    @Override
    public Optional<StoredProblem> findNewer(ProblemId id, long seq) {
      return Optional.of(found()).filter(each -> each.lastSeq() > seq);
    }

    @Override
    public Cancellation cancel(ProblemId id, Instant time) {
      cancelledAt.add(time);
      return Cancellation.REQUESTED;
    }

    @Override
    public Optional<StoredProblem> find(ProblemId id) {
      return findNewer(id, -1);
    }

    @Override
    public Added add(Problem problem, String key, String requestHash) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<RecordedEvent> events(StoredProblem problem, long after) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<RecordedEvent> events(StoredProblem problem, int attempt, long after) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Integer> attempts(ProblemId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void record(List<Event> events) {
      throw new UnsupportedOperationException();
    }
  }
}

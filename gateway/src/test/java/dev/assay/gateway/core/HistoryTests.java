// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Event;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Stopping;
import dev.assay.gateway.ScriptedLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTests {

  private static final Policy POLICY =
      new PolicyOverrides(
              2,
              2,
              null,
              null,
              null,
              null,
              null,
              null,
              Duration.ofSeconds(5),
              Stopping.FIXED,
              null,
              null)
          .over(Policy.DEFAULT);
  private static final Problem PROBLEM =
      new Problem(new ProblemId(new UUID(1, 2)), "2+2?", POLICY, Instant.EPOCH);
  private static final ScriptedLoop LOOP = new ScriptedLoop(PROBLEM);

  private static History history(List<? extends Event> events) {
    History history = new History(new StoredProblem(PROBLEM, null, null, null, 0));
    events.forEach(history::add);
    return history;
  }

  private static List<Event> everything() {
    List<Event> events = new ArrayList<>(LOOP.work());
    events.add(LOOP.verified());
    return events;
  }

  @Test
  void nothingHeardIsNothingDone() {
    Progress progress = history(List.of()).progress();

    assertThat(progress.attempts()).isEqualTo(2);
    assertThat(progress.verdictsExpected()).isEqualTo(4);
    assertThat(progress.drafted()).isZero();
    assertThat(progress.usage().calls()).isZero();
  }

  @Test
  void whereTheWorkMayStopEarlyOnlyWhatIsAskedForIsExpected() {
    PolicyOverrides early =
        new PolicyOverrides(
            8, 4, null, null, null, null, null, null, null, Stopping.ADAPTIVE, null, null);
    Problem problem = new Problem(PROBLEM.id(), "2+2?", early.over(Policy.DEFAULT), Instant.EPOCH);
    History history = new History(new StoredProblem(problem, null, null, null, 0));

    assertThat(history.progress().attempts()).isEqualTo(2);
    assertThat(history.progress().verdictsExpected()).isZero();
  }

  @Test
  void anAbandonedAttemptIsNotWaitedFor() {
    assertThat(history(LOOP.work()).progress().verdictsExpected()).isEqualTo(2);
  }

  @Test
  void orderAndRepetitionMakeNoDifference() {
    List<Event> shuffled = new ArrayList<>(everything());
    shuffled.addAll(everything());
    Collections.shuffle(shuffled, new Random(3));

    assertThat(history(shuffled).evidence()).isEqualTo(history(everything()).evidence());
    assertThat(history(shuffled).progress()).isEqualTo(history(everything()).progress());
  }

  @Test
  void evidenceIsCompleteWhenEverythingCountedIsThere() {
    for (Event missing : everything()) {
      List<Event> rest = new ArrayList<>(everything());
      rest.remove(missing);
      boolean needed =
          !missing.type().equals("attempt.requested.v1") && !isDraftOfRevision0(missing);

      assertThat(history(rest).complete()).as(missing.eventId()).isEqualTo(!needed);
    }
    assertThat(history(everything()).complete()).isTrue();
  }

  /** What was rewritten since is not in the answer's groups. */
  private static boolean isDraftOfRevision0(Event event) {
    return event.subject().equals(PROBLEM.id() + "/0/0");
  }

  @Test
  void anOpenProblemIsNeverComplete() {
    assertThat(history(LOOP.work()).complete()).isFalse();
  }

  @Test
  void aFailureWithoutEvidenceIsComplete() {
    assertThat(history(List.of(LOOP.ended(Status.FAILED, true))).complete()).isTrue();
  }

  @Test
  void theFirstAnswerStays() {
    History history = history(List.of(LOOP.verified(), LOOP.ended(Status.FAILED, true)));

    assertThat(history.answer()).isEqualTo(LOOP.verified().answer());
  }

  @Test
  void everyCallIsOnTheBillOnce() {
    assertThat(history(everything()).evidence().usage().calls()).isEqualTo(7);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import static dev.assay.gateway.ScriptedLoop.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Event;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationId;
import dev.assay.gateway.ScriptedLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProblemTallyTests {

  private static final Policy POLICY =
      PolicyOverrides.NONE
          .withEffort(new PolicyOverrides.Effort(2, 2, null))
          .withDeadline(Duration.ofSeconds(5))
          .withStopping(Stopping.FIXED)
          .over(Policy.DEFAULT);
  private static final Problem PROBLEM =
      new Problem(new ProblemId(new UUID(1, 2)), "2+2?", POLICY, Instant.EPOCH);
  private static final ScriptedLoop LOOP = new ScriptedLoop(PROBLEM);

  private static ProblemTally tally(List<? extends Event> events) {
    ProblemTally tally = new ProblemTally(POLICY, Map.of());
    events.forEach(tally::add);
    return tally;
  }

  private static boolean complete(List<? extends Event> events) {
    return tally(events).covers(LOOP.verified().answer());
  }

  private static List<Event> everything() {
    List<Event> events = new ArrayList<>(LOOP.work());
    events.add(LOOP.verified());
    return events;
  }

  @Test
  void nothingHeardIsNothingDone() {
    ProblemProgress progress = tally(List.of()).progress(false);

    assertThat(progress.attempts()).isEqualTo(2);
    assertThat(progress.verdictsExpected()).isEqualTo(4);
    assertThat(progress.drafted()).isZero();
    assertThat(progress.usage().calls()).isZero();
  }

  @Test
  void whereTheWorkMayStopEarlyOnlyWhatIsAskedForIsExpected() {
    PolicyOverrides early =
        PolicyOverrides.NONE
            .withEffort(new PolicyOverrides.Effort(8, 4, null))
            .withStopping(Stopping.ADAPTIVE);
    ProblemProgress progress =
        new ProblemTally(early.over(Policy.DEFAULT), Map.of()).progress(false);

    assertThat(progress.attempts()).isEqualTo(2);
    assertThat(progress.verdictsExpected()).isZero();
  }

  @Test
  void anAbandonedAttemptIsNotWaitedFor() {
    assertThat(tally(LOOP.work()).progress(false).verdictsExpected()).isEqualTo(2);
  }

  @Test
  void orderMakesNoDifference() {
    List<Event> shuffled = new ArrayList<>(everything());
    Collections.shuffle(shuffled, new Random(3));

    assertThat(tally(shuffled).attempts()).isEqualTo(tally(everything()).attempts());
    assertThat(tally(shuffled).progress(true)).isEqualTo(tally(everything()).progress(true));
  }

  @Test
  void whatNoPolicyAllowsIsNotCounted() {
    AttemptId third = new AttemptId(PROBLEM.id(), 2);
    SolutionId muchRefined = LOOP.finalSolution().next();
    List<Event> forged =
        List.of(
            new AttemptEvent.Requested(PROBLEM, third),
            new Returned(
                new VerificationId(new SolutionId(third, 0), 0), new Correct(1), "judge", CALL),
            new Returned(new VerificationId(muchRefined, 0), new Correct(1), "judge", CALL));

    assertThat(tally(forged).attempts()).isEmpty();
  }

  @Test
  void evidenceIsCompleteWhenEverythingCountedIsThere() {
    for (Event missing : everything()) {
      List<Event> rest = new ArrayList<>(everything());
      rest.remove(missing);
      boolean needed =
          !Set.of("attempt.requested.v1", "answer.settled.v1").contains(missing.type())
              && !isDraftOfRevision0(missing);

      assertThat(complete(rest)).as(missing.eventId()).isEqualTo(!needed);
    }
    assertThat(complete(everything())).isTrue();
  }

  /** What was rewritten since is not in the answer's groups. */
  private static boolean isDraftOfRevision0(Event event) {
    return event.subject().equals(PROBLEM.id() + "/0/0");
  }

  @Test
  void aFailureWithoutEvidenceIsComplete() {
    assertThat(tally(List.of()).covers(LOOP.ended(Status.FAILED, true).answer())).isTrue();
  }

  /** Nobody criticises a draft any more whose problem is settled. */
  @Test
  void anAnswerThatIsADraftIsCompleteWhenItsBillIs() {
    Event drafted = LOOP.work().get(2);

    assertThat(tally(List.of(drafted)).covers(draft(1))).isTrue();
    assertThat(tally(List.of(drafted)).covers(draft(2))).isFalse();
    assertThat(tally(List.of()).covers(draft(0))).isFalse();
  }

  private static Answer draft(int calls) {
    Answer late = LOOP.ended(Status.UNCERTAIN, true).answer();
    SolutionId draft = new SolutionId(LOOP.finalSolution().attempt(), 0);
    JudgedSolution unjudged = new JudgedSolution(draft, false, 2, 0, 0, 5);
    AnswerGroup group = new AnswerGroup("5", List.of(unjudged), 0.0, null, Map.of());
    return new Answer(
        late.status(),
        "5",
        late.rationale(),
        late.support(),
        late.work(),
        new Answer.Ranking(List.of(group), Map.of()),
        new Usage(calls, 0, 0, 0),
        late.settledAt());
  }

  @Test
  void everyCallIsOnTheBillOnce() {
    assertThat(tally(everything()).progress(true).usage().calls()).isEqualTo(7);
  }
}

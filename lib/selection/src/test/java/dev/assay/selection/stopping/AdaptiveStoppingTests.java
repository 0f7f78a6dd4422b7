// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.Exclusion;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.stopping.EvidenceReplay.End;
import dev.assay.selection.stopping.Plan.Ask;
import dev.assay.selection.stopping.Plan.Await;
import dev.assay.selection.stopping.Plan.Reason;
import dev.assay.selection.stopping.Plan.Stop;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AdaptiveStoppingTests {

  private static final StoppingSettings EXACT = new StoppingSettings(0, 3, 2, true, 50, 1);
  private static final StoppingSettings BOLD = new StoppingSettings(0.1, 1, 2, false, 100, 1);
  private static final VerificationState AGREED = new VerificationState(0, 1, 1, 1, 1, true, 9);

  private static AdaptiveStopping stopping(
      SelectionRule rule, int attempts, int verdicts, StoppingSettings how) {
    return new AdaptiveStopping(
        new SelectionCriterion(
            new ScoringRules(attempts, verdicts, 0.5), rule, new VerifiedThreshold(0.7, 0.1, 0.5)),
        how);
  }

  /** Without a tolerance the decision is that of the whole grid, whatever order results come in. */
  @RepeatedTest(100)
  void exactStoppingDecidesAsTheWholeGridDoes(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    EvidenceGrid grid = EvidenceGrid.random(random, 6, 4);

    End end = new EvidenceReplay(grid, EXACT, random).run();

    assertThat(end.stop().reason()).isNotEqualTo(Reason.UNLIKELY);
    assertThat(end.answer()).isEqualTo(grid.answer());
  }

  @RepeatedTest(40)
  void itNeverAsksForMoreThanTheGridAndAlwaysEnds(RepetitionInfo repetition) {
    Random random = new Random(-repetition.getCurrentRepetition());
    EvidenceGrid grid = EvidenceGrid.random(random, 8, 5);
    int width = 1 + random.nextInt(8);

    End end =
        new EvidenceReplay(grid, new StoppingSettings(0.05, width, 2, true, 50, 1), random).run();

    int most = grid.criterion().verifications();
    assertThat(end.progress().attemptsAsked()).isLessThanOrEqualTo(grid.answers().length);
    assertThat(end.progress().solutions())
        .allSatisfy(each -> assertThat(each.asked()).isLessThanOrEqualTo(most));
  }

  /** A larger tolerance stops sooner: the plans are the same until one of them stops. */
  @RepeatedTest(20)
  void moreToleranceNeverCostsMoreCalls(RepetitionInfo repetition) {
    EvidenceGrid grid = EvidenceGrid.random(new Random(repetition.getCurrentRepetition()), 8, 4);
    int calls = Integer.MAX_VALUE;
    for (double epsilon : new double[] {0.001, 0.02, 0.1, 0.3}) {
      End end = new EvidenceReplay(grid, BOLD.withEpsilon(epsilon), new Random(1)).run();

      assertThat(end.progress().calls()).isLessThanOrEqualTo(calls);
      calls = end.progress().calls();
    }
  }

  @RepeatedTest(30)
  void theSameProgressGivesTheSamePlan(RepetitionInfo repetition) {
    EvidenceGrid grid = EvidenceGrid.random(new Random(repetition.getCurrentRepetition()), 6, 4);
    WorkState progress = grid.progress(1, new int[grid.answers().length]);
    AdaptiveStopping stopping = new AdaptiveStopping(grid.criterion(), BOLD);

    assertThat(stopping.next(progress, 3)).isEqualTo(stopping.next(progress, 3));
  }

  @Test
  void itStartsSmall() {
    AdaptiveStopping stopping = stopping(SelectionRule.PESSIMISTIC, 8, 4, StoppingSettings.DEFAULT);

    assertThat(stopping.next(WorkState.none(), 1)).isEqualTo(new Ask(2, List.of()));
    assertThat(stopping.next(new WorkState(List.of(), 2, 0), 1)).isInstanceOf(Await.class);
  }

  @Test
  void aNewSolutionIsVerified() {
    AdaptiveStopping stopping = stopping(SelectionRule.PESSIMISTIC, 2, 4, BOLD);
    WorkState progress =
        new WorkState(Collections.nCopies(2, new VerificationState(0, 0, 0, 0, 0, true, 9)), 2, 2);

    assertThat(
            stopping(SelectionRule.PESSIMISTIC, 2, 4, new StoppingSettings(0.1, 1, 2, true, 100, 1))
                .next(progress, 1))
        .isInstanceOf(Ask.class);
    assertThat(stopping.next(progress, 1)).isEqualTo(new Stop(Reason.CERTAIN, 0));
  }

  @Test
  void whatAgreesIsVerifiedBeforeDearerAttemptsAreBegun() {
    AdaptiveStopping stopping = stopping(SelectionRule.PESSIMISTIC, 8, 4, StoppingSettings.DEFAULT);
    List<VerificationState> agreeing =
        Collections.nCopies(2, new VerificationState(0, 1, 1, 1, 1, true, 9));

    assertThat(stopping.next(new WorkState(agreeing, 2, 2, 3), 1))
        .isInstanceOfSatisfying(
            Ask.class,
            ask -> {
              assertThat(ask.attempts()).isZero();
              assertThat(ask.verifications()).isNotEmpty();
            });
  }

  @Test
  void withoutAnAnswerItTriesAgain() {
    AdaptiveStopping stopping = stopping(SelectionRule.MAJORITY, 4, 2, StoppingSettings.DEFAULT);

    assertThat(stopping.next(new WorkState(List.of(), 2, 2), 1)).isEqualTo(new Ask(2, List.of()));
    assertThat(stopping.next(new WorkState(List.of(), 4, 4), 1))
        .isEqualTo(new Stop(Reason.SPENT, 0));
  }

  @Test
  void neverMoreCallsThanTheWidthAreUnderWay() {
    AdaptiveStopping stopping =
        stopping(SelectionRule.PESSIMISTIC, 8, 4, new StoppingSettings(0.01, 3, 2, true, 50, 1));
    VerificationState waiting = new VerificationState(0, 2, 0, 0, 0, true, 9);

    assertThat(stopping.next(new WorkState(List.of(waiting, AGREED), 2, 2), 1))
        .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.calls()).isOne());
    assertThat(stopping.next(new WorkState(List.of(waiting, AGREED), 3, 2), 1))
        .isInstanceOf(Await.class);
  }

  @Test
  void agreementMakesAChangeUnlikely() {
    AdaptiveStopping stopping = stopping(SelectionRule.MAJORITY, 40, 1, BOLD);

    assertThat(stopping.next(new WorkState(Collections.nCopies(15, AGREED), 15, 15), 1))
        .isInstanceOfSatisfying(Stop.class, stop -> assertThat(stop.chance()).isLessThan(0.1));
  }

  @Test
  void thePolicySetsTheContest() {
    assertThat(SelectionCriterion.of(Policy.DEFAULT, Exclusion.ALL).scoring())
        .isEqualTo(new ScoringRules(8, 4, 0.5));
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> new VerificationState(0, 1, 2, 0, 0, true, 9))
        .hasMessageContaining("asked 1");
    assertThatThrownBy(() -> new WorkState(List.of(AGREED), 1, 0)).hasMessageContaining("ended 0");
    assertThatThrownBy(() -> BOLD.withEpsilon(1))
        .hasMessage("epsilon: 1.0 (expected: 0 to below 1)");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.bench.report.Chart;
import dev.assay.bench.report.Chart.Series;
import dev.assay.bench.report.TextReport;
import dev.assay.bench.scaling.pool.Drawn;
import dev.assay.bench.scaling.pool.PooledProblem;
import dev.assay.bench.scaling.pool.Vote;
import dev.assay.bench.stats.Interval;
import dev.assay.contracts.SelectionRule;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a pool in which every second draft is right, every figure is known. */
class ScalingReportTests {

  private static final double EXACTLY = 1e-9;

  private final Drawn drawn = ScalingFixture.everySecondRight(5, 8);
  private final Cases cases = Cases.of(drawn);
  private final Curves curves = new Curves(cases, Size.of(drawn.settings()));

  @Test
  void refinementRepairsAndCostsTwoCallsARound() {
    Grid drafts = Grid.guided(8, 2, 0);
    Grid refined = Grid.guided(8, 2, 2);

    assertThat(curves.calls(SelectionRule.PESSIMISTIC, drafts)).isEqualTo(8 * 2 + 8 * 2);
    assertThat(curves.calls(SelectionRule.PESSIMISTIC, refined)).isEqualTo(4 * 2 + 4 * 4 + 8 * 2);
    assertThat(curves.calls(SelectionRule.MAJORITY, refined)).isEqualTo(4 * 2 + 4 * 4);
    assertThat(curves.accuracy(SelectionRule.MAJORITY, refined).estimate())
        .isCloseTo(1, within(EXACTLY));
  }

  @Test
  void oneDraftIsRightEverySecondTime() {
    Interval one = curves.accuracy(SelectionRule.PESSIMISTIC, Grid.guided(1, 1, 0));

    assertThat(one.estimate()).isBetween(0.4, 0.6);
    assertThat(one.contains(one.estimate())).isTrue();
    assertThat(curves.any(Grid.guided(1, 1, 0))).isCloseTo(0.5, within(EXACTLY));
  }

  @Test
  void aPerfectVerifierFindsTheRightDraft() {
    Grid grid = Grid.guided(8, 1, 0);

    assertThat(curves.accuracy(SelectionRule.PESSIMISTIC, grid).estimate())
        .isCloseTo(1, within(EXACTLY));
    assertThat(curves.accuracy(SelectionRule.ACCEPTED_MAJORITY, grid).estimate())
        .isCloseTo(1, within(EXACTLY));
  }

  @Test
  void theVerifierIsScoredOverDraftsAndRefined() {
    VerifierScore score = VerifierScore.of(cases, 2);

    assertThat(score.accuracy().estimate()).isEqualTo(1);
    assertThat(score.auc().estimate()).isEqualTo(1);
    assertThat(VerifierScore.likelihood(cases).orElseThrow().estimate()).isEqualTo(1);
  }

  @Test
  void aVerifierThatReadsNoLikelihoodsIsScoredByVotesAlone() {
    PooledProblem unread =
        ScalingFixture.problem(
            0,
            List.of(ScalingFixture.attempt(ScalingFixture.unread(ScalingFixture.RIGHT))),
            List.of());

    assertThat(
            VerifierScore.likelihood(
                Cases.of(new Drawn(ScalingFixture.settings(1, 0, 0, 0), List.of(unread)))))
        .isEmpty();
  }

  @Test
  void aStepOfChanceMendsLess() {
    assertThat(Refinement.flagged(cases, 0, Route.GUIDED).right().estimate()).isZero();
    assertThat(Refinement.flagged(cases, 1, Route.GUIDED).right().estimate()).isEqualTo(1);
    assertThat(Refinement.flagged(cases, 1, Route.BLIND).right().estimate()).isZero();
    assertThat(Refinement.flagged(cases, 2, Route.BLIND).right().estimate()).isEqualTo(1);
    assertThat(Refinement.flagged(cases, 1, Route.GUIDED).calls()).isEqualTo(4);
    assertThat(Refinement.flagged(cases, 1, Route.BLIND).calls()).isEqualTo(4);
    assertThat(Refinement.flagged(cases, 2, Route.BLIND).calls()).isEqualTo(6);
    assertThat(Refinement.all(cases, 0, Route.BLIND).right().estimate()).isEqualTo(0.5);
    assertThat(Refinement.all(cases, 0, Route.BLIND).attempts()).isEqualTo(40);
  }

  @Test
  void votesLoseToTheLoopAtEqualCalls() {
    Grid loop = curves.size().loop();
    Duel duel = Duel.of("votes", Way.loop(cases, loop), Way.votesFor(cases, loop));

    assertThat(duel.ours().estimate()).isCloseTo(1, within(EXACTLY));
    assertThat(duel.theirs().estimate()).isBetween(0.3, 0.7);
    assertThat(duel.difference().estimate())
        .isCloseTo(duel.ours().estimate() - duel.theirs().estimate(), within(EXACTLY));
    assertThat(duel.test().onlyTheirs()).isZero();
  }

  @Test
  void votesOfSomebodyElseAreCountedOnTheSameProblems() {
    PooledProblem sure =
        ScalingFixture.problem(
            0,
            List.of(ScalingFixture.attempt(ScalingFixture.sound("23", 2, 1, 1))),
            Collections.nCopies(9, new Vote("24", 1)));
    PooledProblem wrong =
        ScalingFixture.problem(1, sure.attempts(), Collections.nCopies(9, new Vote("25", 1)));
    Cases others = Cases.of(new Drawn(ScalingFixture.settings(1, 2, 0, 9), List.of(sure, wrong)));
    Cases two = Cases.of(ScalingFixture.everySecondRight(2, 8));

    assertThat(Way.votesFor(two.votedBy(others), Grid.guided(8, 2, 2)).share())
        .containsExactly(1, 0);
  }

  @Test
  void adaptiveStoppingSpendsLess() {
    Grid grid = curves.size().loop();
    Adaptive stopped = Adaptive.of(cases, grid, 0.05);

    assertThat(stopped.right().estimate()).isEqualTo(1);
    assertThat(stopped.calls()).isPositive().isLessThan(curves.of(grid).calls());
  }

  @Test
  void thereAreVotesForAsMuchAsTheLoopCanCost() {
    assertThat(new Size(32, 16, 2).votes()).isEqualTo(80);
    assertThat(new Size(64, 1, 0).votes()).isEqualTo(64);
  }

  @Test
  void theReportTellsOfEverything() {
    ScalingReport report = new ScalingReport(drawn, drawn, drawn, _ -> ScalingFixture.DERIVATION);
    Chart picture = report.picture();

    assertThat(picture.series())
        .extracting(Series::name)
        .contains("majority of drafts", "pessimistic, refined", "the same, adaptive stopping");
    assertThat(String.join("\n", TextReport.lines(report.findings())))
        .contains(
            "somebody", "McNemar p", "flagged (TPR)", "a step of chance", "AUC", "likelihood");
  }

  @Test
  void anEmptySideOfTheCriticIsShownAsNothing() {
    assertThat(JudgeParts.critic(new CriticScore(0, 0, 0, 0, 2, 1)).rows().getFirst().getLast())
        .extracting(cell -> cell.shown())
        .isEqualTo("");
  }
}

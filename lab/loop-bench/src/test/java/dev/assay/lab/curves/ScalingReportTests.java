// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.draws.pool.DrawnPool;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Vote;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.TextReport;
import dev.assay.lab.statistics.Interval;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a pool in which every second draft is right, every figure is known. */
class ScalingReportTests {

  private static final double EXACTLY = 1e-9;

  private final DrawnPool drawn = ScalingFixture.everySecondRight(5, 8);
  private final PooledCases cases = PooledCases.of(drawn);
  private final Curves curves = new Curves(cases, PoolSize.of(drawn.settings()));

  @Test
  void refinementRepairsAndCostsTwoCallsARound() {
    GridSize drafts = GridSize.guided(8, 2, 0);
    GridSize refined = GridSize.guided(8, 2, 2);

    assertThat(curves.calls(SelectionRule.PESSIMISTIC, drafts)).isEqualTo(8 * 2 + 8 * 2);
    assertThat(curves.calls(SelectionRule.PESSIMISTIC, refined)).isEqualTo(4 * 2 + 4 * 4 + 8 * 2);
    assertThat(curves.calls(SelectionRule.MAJORITY, refined)).isEqualTo(4 * 2 + 4 * 4);
    assertThat(curves.accuracy(SelectionRule.MAJORITY, refined).estimate())
        .isCloseTo(1, within(EXACTLY));
  }

  @Test
  void oneDraftIsRightEverySecondTime() {
    Interval one = curves.accuracy(SelectionRule.PESSIMISTIC, GridSize.guided(1, 1, 0));

    assertThat(one.estimate()).isBetween(0.4, 0.6);
    assertThat(one.contains(one.estimate())).isTrue();
    assertThat(curves.any(GridSize.guided(1, 1, 0))).isCloseTo(0.5, within(EXACTLY));
  }

  @Test
  void aPerfectVerifierFindsTheRightDraft() {
    GridSize grid = GridSize.guided(8, 1, 0);

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
                PooledCases.of(
                    new DrawnPool(ScalingFixture.settings(1, 0, 0, 0), List.of(unread)))))
        .isEmpty();
  }

  @Test
  void aStepOfChanceMendsLess() {
    assertThat(Refinement.flagged(cases, 0, RefinementMode.GUIDED).right().estimate()).isZero();
    assertThat(Refinement.flagged(cases, 1, RefinementMode.GUIDED).right().estimate()).isEqualTo(1);
    assertThat(Refinement.flagged(cases, 1, RefinementMode.BLIND).right().estimate()).isZero();
    assertThat(Refinement.flagged(cases, 2, RefinementMode.BLIND).right().estimate()).isEqualTo(1);
    assertThat(Refinement.flagged(cases, 1, RefinementMode.GUIDED).calls()).isEqualTo(4);
    assertThat(Refinement.flagged(cases, 1, RefinementMode.BLIND).calls()).isEqualTo(4);
    assertThat(Refinement.flagged(cases, 2, RefinementMode.BLIND).calls()).isEqualTo(6);
    assertThat(Refinement.all(cases, 0, RefinementMode.BLIND).right().estimate()).isEqualTo(0.5);
    assertThat(Refinement.all(cases, 0, RefinementMode.BLIND).attempts()).isEqualTo(40);
  }

  @Test
  void votesLoseToTheLoopAtEqualCalls() {
    GridSize loop = curves.size().loop();
    PairedComparison pair =
        PairedComparison.of("votes", Strategy.loop(cases, loop), Strategy.votesFor(cases, loop));

    assertThat(pair.ours().estimate()).isCloseTo(1, within(EXACTLY));
    assertThat(pair.theirs().estimate()).isBetween(0.3, 0.7);
    assertThat(pair.difference().estimate())
        .isCloseTo(pair.ours().estimate() - pair.theirs().estimate(), within(EXACTLY));
    assertThat(pair.test().onlyTheirs()).isZero();
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
    PooledCases others =
        PooledCases.of(new DrawnPool(ScalingFixture.settings(1, 2, 0, 9), List.of(sure, wrong)));
    PooledCases two = PooledCases.of(ScalingFixture.everySecondRight(2, 8));

    assertThat(Strategy.votesFor(two.votedBy(others), GridSize.guided(8, 2, 2)).share())
        .containsExactly(1, 0);
  }

  @Test
  void adaptiveStoppingSpendsLess() {
    GridSize grid = curves.size().loop();
    AdaptiveReplay stopped = AdaptiveReplay.of(cases, grid, 0.05);

    assertThat(stopped.right().estimate()).isEqualTo(1);
    assertThat(stopped.calls()).isPositive().isLessThan(curves.of(grid).calls());
  }

  @Test
  void thereAreVotesForAsMuchAsTheLoopCanCost() {
    assertThat(new PoolSize(32, 16, 2).votes()).isEqualTo(80);
    assertThat(new PoolSize(64, 1, 0).votes()).isEqualTo(64);
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

  /** The others' drafts are all right: what they are is told, and on which calls. */
  @Test
  void theSummaryHasTheMajorityOfTheCriticsOwnDrafts() {
    List<Vote> right = Collections.nCopies(drawn.settings().votes(), new Vote("24", 1));
    DrawnPool critic =
        new DrawnPool(
            drawn.settings(),
            drawn.problems().stream()
                .map(each -> ScalingFixture.problem(each.index(), each.attempts(), right))
                .toList());

    ScalingReport report = new ScalingReport(drawn, drawn, critic, _ -> ScalingFixture.DERIVATION);

    assertThat(report.summary().rows().getLast().stream().map(cell -> cell.shown()))
        .startsWith(
            "the same of drafts by the critic's own weights", "40.0", "100.0 [100.0, 100.0]");
    assertThat(report.picture().series())
        .filteredOn(series -> series.name().equals("majority of the critic's own drafts"))
        .allSatisfy(series -> assertThat(series.points()).allMatch(point -> point.y() == 100))
        .hasSize(1);
  }

  @Test
  void anEmptySideOfTheCriticIsShownAsNothing() {
    assertThat(JudgeParts.critic(new CriticScore(0, 0, 0, 0, 2, 1)).rows().getFirst().getLast())
        .extracting(cell -> cell.shown())
        .isEqualTo("");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.stopping.SelectionCriterion.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurtailmentTests {

  private static final VerifiedThreshold BAR = new VerifiedThreshold(0.7, 0.1, 0.5);

  private static SelectionCriterion criterion(SelectionRule rule, int attempts, int verifications) {
    return new SelectionCriterion(new ScoringRules(attempts, verifications, 0.5), rule, BAR);
  }

  private static boolean canChange(
      SelectionCriterion criterion, WorkState progress, boolean watchStatus) {
    Outcome now = criterion.outcome(GroupAccumulator.of(progress));
    return new Curtailment(criterion).canChange(progress, now, watchStatus);
  }

  /** Where curtailment says that nothing can change, nothing does, whatever the rest brings. */
  @RepeatedTest(300)
  void noCompletionEverBreaksACertainty(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    EvidenceGrid grid = EvidenceGrid.random(random, 6, 4);
    int attempts = 1 + random.nextInt(grid.answers().length);
    int[] judged =
        IntStream.range(0, grid.answers().length)
            .map(i -> i < attempts ? random.nextInt(grid.criterion().verifications() + 1) : 0)
            .toArray();
    WorkState progress = grid.progress(attempts, judged);
    if (progress.solutions().isEmpty()) {
      return;
    }
    Outcome now = grid.criterion().outcome(GroupAccumulator.of(progress));
    Curtailment curtailment = new Curtailment(grid.criterion());
    boolean status = !curtailment.canChange(progress, now, true);
    boolean winner = !curtailment.canChange(progress, now, false);

    assertThat(winner || !status).isTrue();
    for (int i = 0; winner && i < 30; i++) {
      EvidenceGrid end = grid.otherwise(random, attempts, judged);
      assertThat(end.outcome().differs(now, status))
          .as(() -> grid.criterion() + " " + progress + " " + end)
          .isFalse();
    }
  }

  /** And it is tight: where it says that the winner can change, some completion changes it. */
  @ParameterizedTest
  @EnumSource(names = {"PESSIMISTIC", "VERIFIER_VOTING", "BEST_OF_N", "MAJORITY"})
  void whatCanChangeDoesInSomeCompletion(SelectionRule rule) {
    Random random = new Random(5);
    SelectionCriterion criterion = criterion(rule, 3, 2);
    for (int i = 0; i < 40; i++) {
      int[] answers = {random.nextInt(2), random.nextInt(2), random.nextInt(2)};
      int[][] verdicts = new int[3][2];
      Arrays.stream(verdicts).forEach(each -> Arrays.setAll(each, _ -> random.nextInt(2)));
      EvidenceGrid grid =
          new EvidenceGrid(criterion, answers, verdicts, new boolean[3], new int[] {9, 9, 9});
      int attempts = 2 + random.nextInt(2);
      int[] judged = {random.nextInt(3), random.nextInt(3), attempts < 3 ? 0 : random.nextInt(3)};
      WorkState progress = grid.progress(attempts, judged);
      Outcome now = criterion.outcome(GroupAccumulator.of(progress));
      boolean some =
          completions(grid, attempts, judged).stream().anyMatch(end -> end.differs(now, false));

      assertThat(canChange(criterion, progress, false)).as("%s", progress).isEqualTo(some);
    }
  }

  /** All ends: each open verdict passes, fails or cannot be read; each open attempt says 0 to 3. */
  private static List<Outcome> completions(EvidenceGrid grid, int attempts, int[] judged) {
    int open = IntStream.of(judged).map(each -> 2 - each).sum();
    int ways = (int) Math.pow(3, open) * (attempts < 3 ? 4 : 1);
    return IntStream.range(0, ways)
        .mapToObj(
            way -> {
              int[] answers = grid.answers().clone();
              int[][] verdicts =
                  Arrays.stream(grid.verdicts()).map(int[]::clone).toArray(int[][]::new);
              int rest = way;
              for (int i = 0; i < 3; i++) {
                for (int m = judged[i]; m < 2; m++) {
                  verdicts[i][m] = rest % 3 - 1;
                  rest /= 3;
                }
              }
              if (attempts < 3) {
                answers[2] = rest;
              }
              return new EvidenceGrid(
                      grid.criterion(), answers, verdicts, grid.accepted(), grid.tokens())
                  .outcome();
            })
        .toList();
  }

  @Test
  void aMajorityThatNobodyCanReachIsCertain() {
    SelectionCriterion criterion = criterion(SelectionRule.MAJORITY, 5, 1);

    assertThat(canChange(criterion, votes(0, 0, 1), false)).isTrue();
    assertThat(canChange(criterion, votes(0, 0, 0), false)).isFalse();
    assertThat(canChange(criterion, votes(0, 0, 0, 1), false)).isFalse();
  }

  @Test
  void aStatusThatIsStillOpenIsNoCertainty() {
    SelectionCriterion criterion = criterion(SelectionRule.MAJORITY, 3, 4);

    assertThat(canChange(criterion, votes(0, 0, 0), false)).isFalse();
    assertThat(canChange(criterion, votes(0, 0, 0), true)).isTrue();
  }

  private static WorkState votes(int... groups) {
    List<VerificationState> solutions =
        IntStream.of(groups)
            .mapToObj(group -> new VerificationState(group, 0, 0, 0, 0, true, 9))
            .toList();
    return new WorkState(solutions, groups.length, groups.length);
  }
}

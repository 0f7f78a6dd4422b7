// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.studies.stopping.StoppingMeasurement.Result;
import dev.assay.lab.studies.stopping.StoppingReplay.End;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.stopping.SelectionCriterion;
import dev.assay.selection.stopping.StoppingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoppingReplayTests {

  private static final StoppingSettings SETTINGS = new StoppingSettings(0.02, 1, 2, false, 50, 1);

  /** Every attempt gives the same answer, or one of its own; the verdicts all pass. */
  private static RecordedCalls pool(boolean agreed) {
    int[] groups = IntStream.range(0, 8).map(i -> agreed ? 0 : i).toArray();
    double[][] verdicts = new double[8][4];
    Arrays.stream(verdicts).forEach(each -> Arrays.fill(each, 1));
    return new RecordedCalls(Set.of(0), groups, new int[8], verdicts);
  }

  private static SelectionCriterion criterion(SelectionRule rule) {
    return new SelectionCriterion(
        new ScoringRules(8, 4, 0.5), rule, new VerifiedThreshold(0.7, 0.1, 0.5));
  }

  @Test
  void aFixedGridMakesEveryCall() {
    assertThat(StoppingReplay.fixed(pool(true), criterion(SelectionRule.PESSIMISTIC)))
        .isEqualTo(new End(true, 8, 32, 1));
  }

  @Test
  void anAttemptWithoutAnAnswerIsNotVerified() {
    RecordedCalls pool =
        new RecordedCalls(Set.of(0), new int[] {-1, 0}, new int[2], new double[][] {{}, {1}});
    SelectionCriterion criterion =
        new SelectionCriterion(
            new ScoringRules(2, 1, 0.5),
            SelectionRule.MAJORITY,
            new VerifiedThreshold(0.7, 0.1, 0.5));

    assertThat(StoppingReplay.fixed(pool, criterion)).isEqualTo(new End(true, 2, 1, 1));
  }

  @Test
  void agreementEndsEarly() {
    End end =
        StoppingReplay.adaptive(pool(true), criterion(SelectionRule.PESSIMISTIC), SETTINGS, 1);

    assertThat(end.right()).isTrue();
    assertThat(end.calls()).isLessThan(20);
  }

  @Test
  void widerWavesWaitLess() {
    StoppingSettings wide = new StoppingSettings(0, 8, 2, true, 50, 1);

    End one =
        StoppingReplay.adaptive(pool(false), criterion(SelectionRule.VERIFIER_VOTING), SETTINGS, 1);
    End eight =
        StoppingReplay.adaptive(pool(false), criterion(SelectionRule.VERIFIER_VOTING), wide, 1);

    assertThat(eight.rounds()).isLessThan(one.rounds());
  }

  @Test
  void shufflingKeepsWhatBelongsTogether() {
    RecordedCalls pool =
        new RecordedCalls(
            Set.of(2),
            new int[] {0, 1, 2},
            new int[] {10, 11, 12},
            new double[][] {{0}, {.1}, {1}});

    RecordedCalls shuffled = pool.shuffled(3);

    assertThat(shuffled.groups()).containsExactlyInAnyOrder(0, 1, 2);
    for (int i = 0; i < 3; i++) {
      assertThat(shuffled.tokens()[i]).isEqualTo(10 + shuffled.groups()[i]);
      assertThat(shuffled.verdicts()[i]).isEqualTo(pool.verdicts()[shuffled.groups()[i]]);
    }
  }

  /** A recorded order that rules could profit from must not survive, not even in part. */
  @Test
  void everyPlaceIsEquallyLikely() {
    RecordedCalls pool =
        new RecordedCalls(Set.of(0), new int[] {0, 1, 2, 3}, new int[4], new double[4][0]);

    long first =
        IntStream.range(0, 4000).filter(seed -> pool.shuffled(seed).groups()[0] == 0).count();

    assertThat(first).isBetween(900L, 1100L);
  }

  @Test
  void theFrontierComparesBothOnTheSameHalf() {
    List<RecordedCalls> pools = IntStream.range(0, 20).mapToObj(i -> pool(i % 4 < 2)).toList();

    Result result =
        new StoppingMeasurement(pools, _ -> criterion(SelectionRule.PESSIMISTIC), SETTINGS, 0)
            .measure();

    assertThat(result.fixedCalls()).isEqualTo(40);
    assertThat(result.calls().estimate()).isLessThan(1);
    assertThat(result.curve().getFirst().accuracy().estimate())
        .isEqualTo(result.fixed().estimate());
  }
}

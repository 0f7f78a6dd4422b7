// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.selection.calibration.Calibration.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTests {

  @Test
  void neighboursThatFallArePooled() {
    // The wrong one at 0.3 joins the right one at 0.2.
    Calibration calibration =
        Calibration.fit(
            List.of(
                outcome(0.4, true), outcome(0.1, false), outcome(0.3, false), outcome(0.2, true)));
    assertThat(calibration.steps())
        .containsExactly(
            new Step(0.1, 0, 1, 1 / 3.0), new Step(0.2, 1, 2, 0.5), new Step(0.4, 1, 1, 2 / 3.0));
  }

  @Test
  void oneScoreHasOneConfidence() {
    Calibration calibration =
        Calibration.fit(
            List.of(
                outcome(0.5, true), outcome(0.5, false), outcome(0.5, true), outcome(0.5, true)));
    assertThat(calibration.steps()).containsExactly(new Step(0.5, 3, 4, 4 / 6.0));
  }

  @Test
  void fewOutcomesNeverClaimCertainty() {
    assertThat(Calibration.fit(List.of(outcome(0.9, true))).confidence(0.9)).isEqualTo(2 / 3.0);
    assertThat(Calibration.fit(List.of(outcome(0.9, false))).confidence(0.9)).isEqualTo(1 / 3.0);
    assertThat(Calibration.fit(List.of()).confidence(0.9)).isEqualTo(0.5);
  }

  @Test
  void aHandfulJoinsTheManyBesideIt() {
    List<LabelledOutcome> outcomes = new ArrayList<>(Collections.nCopies(97, outcome(0.5, true)));
    outcomes.add(outcome(0.5, false));
    outcomes.add(outcome(0.8, true));
    assertThat(Calibration.fit(outcomes).confidence(0.8)).isEqualTo(99 / 101.0);

    outcomes = new ArrayList<>(Collections.nCopies(98, outcome(0.5, false)));
    outcomes.add(outcome(0.3, false));
    assertThat(Calibration.fit(outcomes).confidence(0.5)).isEqualTo(1 / 101.0);
  }

  @Test
  void betweenStepsTheLowerOneSpeaksAndBelowAllTheLowest() {
    Calibration calibration = Calibration.fit(List.of(outcome(0.2, false), outcome(0.6, true)));
    assertThat(calibration.confidence(0.59)).isEqualTo(1 / 3.0);
    assertThat(calibration.confidence(Double.NEGATIVE_INFINITY)).isEqualTo(1 / 3.0);
    assertThat(calibration.confidence(Double.POSITIVE_INFINITY)).isEqualTo(2 / 3.0);
  }

  @Test
  void itNeverFallsAndDoesNotDependOnTheOrder() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      List<LabelledOutcome> outcomes = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        outcomes.add(outcome(random.nextInt(20) / 20.0, random.nextBoolean()));
      }
      Calibration calibration = Calibration.fit(outcomes);
      Collections.shuffle(outcomes, random);
      assertThat(Calibration.fit(outcomes)).isEqualTo(calibration);
      assertThat(calibration.steps())
          .extracting(Step::confidence)
          .isSorted()
          .allMatch(each -> each > 0 && each < 1);
      assertThat(calibration.steps().stream().mapToInt(Step::count).sum())
          .isEqualTo(outcomes.size());
    }
  }

  @Test
  void whatIsNoNumberIsRefused() {
    Calibration calibration = Calibration.fit(List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calibration.confidence(Double.NaN))
        .withMessage("score: NaN (expected: a number)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> outcome(Double.NaN, true))
        .withMessage("score: NaN (expected: a finite number)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> outcome(Double.POSITIVE_INFINITY, true))
        .withMessageContaining("finite");
  }

  private static LabelledOutcome outcome(double score, boolean right) {
    return new LabelledOutcome(score, right);
  }
}

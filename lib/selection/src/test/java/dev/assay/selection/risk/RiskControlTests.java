// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.risk.RiskThreshold.Attained;
import dev.assay.selection.risk.RiskThreshold.Unattainable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskControlTests {

  private final List<LabelledOutcome> outcomes = new ArrayList<>();

  @Test
  void fiftyNineRightOnesShowFivePercent() {
    add(59, 0.9, true);
    assertThat(threshold(0.05))
        .isInstanceOfSatisfying(
            Attained.class,
            attained -> {
              assertThat(attained.score()).isEqualTo(0.9);
              assertThat(attained.selected()).isEqualTo(59);
              assertThat(attained.errors()).isZero();
              assertThat(attained.bound()).isCloseTo(0.0495, within(1e-4));
            });
  }

  @Test
  void oneFewerDoesNot() {
    add(58, 0.9, true);
    assertThat(threshold(0.05))
        .isEqualTo(
            new Unattainable(
                "an error rate of 5.0 % takes at least 59 labelled outcomes without an error, and"
                    + " there are 58: at least 1 more are needed"));
  }

  @Test
  void theThresholdGoesDownWhileTheErrorsAllowIt() {
    add(100, 0.9, true);
    add(1, 0.8, false);
    add(60, 0.7, true);
    add(20, 0.6, false);
    add(500, 0.5, true);
    assertThat(threshold(0.05))
        .isInstanceOfSatisfying(
            Attained.class, attained -> assertThat(attained.score()).isEqualTo(0.7));
  }

  @Test
  void whatComesAfterTheFirstFailureIsNotTested() {
    add(45, 0.9, true);
    add(20, 0.8, false);
    add(265, 0.7, true);
    // All together would pass, and are not asked: the order is part of the guarantee.
    assertThat(threshold(0.1))
        .isInstanceOfSatisfying(
            Attained.class, attained -> assertThat(attained.score()).isEqualTo(0.9));
  }

  @Test
  void tiedOutcomesStandAndFallTogether() {
    add(80, 0.9, true);
    add(40, 0.8, true);
    add(40, 0.8, false);
    assertThat(threshold(0.05))
        .isInstanceOfSatisfying(
            Attained.class,
            attained -> {
              assertThat(attained.score()).isEqualTo(0.9);
              assertThat(attained.selected()).isEqualTo(80);
            });
  }

  @Test
  void theBestOutcomesBeingWrongIsSaidWithWhatWouldHelp() {
    add(98, 0.9, true);
    add(2, 0.9, false);
    assertThat(threshold(0.05))
        .isEqualTo(
            new Unattainable(
                "of the 100 labelled outcomes with the best scores 2 were wrong, so the error rate"
                    + " may be 6.2 % (expected: at most 5.0 %); about 147 more outcomes like these"
                    + " are needed"));
  }

  @Test
  void moreOfWhatIsNoBetterThanAskedDoesNotHelp() {
    add(90, 0.9, true);
    add(10, 0.9, false);
    assertThat(threshold(0.1))
        .isInstanceOfSatisfying(
            Unattainable.class,
            refused ->
                assertThat(refused.reason()).endsWith("; more outcomes like these would not help"));
  }

  @Test
  void withoutOutcomesNothingIsVerified() {
    RiskThreshold threshold = threshold(0.2);
    assertThat(threshold).isInstanceOf(Unattainable.class);
    assertThat(threshold.admits(1)).isFalse();
  }

  @Test
  void answersFromTheThresholdUpAreAdmitted() {
    add(59, 0.9, true);
    RiskThreshold threshold = threshold(0.05);
    assertThat(threshold.admits(0.9)).isTrue();
    assertThat(threshold.admits(0.89)).isFalse();
    assertThat(threshold.admits(Double.NaN)).isFalse();
  }

  @Test
  void zeroAndMinusZeroAreOneScore() {
    add(59, 0.0, true);
    add(59, -0.0, false);
    assertThat(threshold(0.05)).isInstanceOf(Unattainable.class);
  }

  @Test
  void aRateIsAboveZeroAndBelowOne() {
    for (double rate : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RiskControl.threshold(outcomes, rate, 0.05))
          .withMessage("max_error_rate: " + rate + " (expected: above 0, below 1)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RiskControl.threshold(outcomes, 0.05, rate))
          .withMessageStartingWith("delta: ");
    }
  }

  @Test
  void theSmallestRatesAreAnsweredAtOnce() {
    add(2000, 0.9, true);
    assertThat(threshold(Double.MIN_VALUE)).isInstanceOf(Unattainable.class);
    assertThat(threshold(Math.nextDown(1.0))).isInstanceOf(Attained.class);
  }

  private RiskThreshold threshold(double maxErrorRate) {
    return RiskControl.threshold(outcomes, maxErrorRate, RiskControl.DELTA);
  }

  private void add(int count, double score, boolean right) {
    outcomes.addAll(Collections.nCopies(count, new LabelledOutcome(score, right)));
  }
}

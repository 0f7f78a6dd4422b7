// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepScoreTests {

  @Test
  void f1IsTheHarmonicMeanOfBothAccuracies() {
    StepScore score = StepScore.NONE.plus(2, 2).plus(1, 0).plus(3, -1).plus(-1, -1).plus(-1, 4);

    assertThat(score.wrongAccuracy()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(score.cleanAccuracy()).isEqualTo(0.5);
    assertThat(score.f1()).isCloseTo(0.4, within(1e-12));
    assertThat(score.accuracy()).isEqualTo(0.4);
    assertThat(score.stepPrecision()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(score.solutionPrecision()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void nothingScoredIsNothing() {
    assertThat(StepScore.NONE.f1()).isZero();
  }
}

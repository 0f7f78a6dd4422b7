// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.selection.calibration.Reliability.Bin;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReliabilityTests {

  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void theFiguresAreThoseOfTheFormulas() {
    Reliability reliability =
        Reliability.of(
            List.of(said(0.9375, true), said(0.9375, false), said(0.25, false), said(0.25, true)));
    assertThat(reliability.brier())
        .isCloseTo((0.0625 * 0.0625 + 0.9375 * 0.9375 + 0.0625 + 0.5625) / 4, CLOSE);
    assertThat(reliability.logLoss())
        .isCloseTo(
            -(Math.log(0.9375) + Math.log(0.0625) + Math.log(0.75) + Math.log(0.25)) / 4, CLOSE);
    assertThat(reliability.bins()).containsExactly(new Bin(2, 0.25, 0.5), new Bin(2, 0.9375, 0.5));
    assertThat(reliability.calibrationError()).isCloseTo(0.5 * 0.25 + 0.5 * 0.4375, CLOSE);
  }

  @Test
  void whoeverKnowsEverythingIsPerfect() {
    Reliability reliability = Reliability.of(List.of(said(1, true), said(0, false)));
    assertThat(reliability.brier()).isZero();
    assertThat(reliability.logLoss()).isZero();
    assertThat(reliability.calibrationError()).isZero();
    assertThat(reliability.bins()).hasSize(2);
  }

  @Test
  void keepingOnesWordOnTheWholeIsNoError() {
    assertThat(Reliability.of(List.of(said(0.5, true), said(0.5, false))).calibrationError())
        .isZero();
  }

  @Test
  void theImpossibleCostsWithoutBound() {
    assertThat(Reliability.of(List.of(said(0, true))).logLoss()).isInfinite();
  }

  @Test
  void nothingIsNeitherReliableNorUnreliable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reliability.of(Collections.emptyList()))
        .withMessage("forecasts: none (expected: at least 1)");
  }

  @Test
  void aConfidenceIsAProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> said(Double.NaN, true))
        .withMessage("confidence: NaN (expected: 0 to 1)");
    assertThatIllegalArgumentException().isThrownBy(() -> said(1.01, true));
  }

  private static StatedConfidence said(double confidence, boolean right) {
    return new StatedConfidence(confidence, right);
  }
}

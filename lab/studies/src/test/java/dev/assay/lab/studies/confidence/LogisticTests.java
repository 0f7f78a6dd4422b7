// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticTests {

  @Test
  void itMeetsTheTargetsThatACurveCanMeet() {
    // Log odds of 1 + 2 x - y.
    List<double[]> features =
        List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 3});
    double[] targets = {odds(1), odds(3), odds(0), odds(0)};
    Logistic model = Logistic.fit(features, targets);
    for (int i = 0; i < targets.length; i++) {
      assertThat(model.probability(features.get(i))).isCloseTo(targets[i], within(0.01));
    }
  }

  @Test
  void classesThatCanBeToldApartLeaveItFinite() {
    Logistic model = Logistic.fit(List.of(new double[] {0}, new double[] {1}), new double[] {0, 1});
    assertThat(model.probability(new double[] {0})).isBetween(0.0, 0.1);
    assertThat(model.probability(new double[] {1})).isBetween(0.9, 1.0);
  }

  private static double odds(double log) {
    return 1 / (1 + Math.exp(-log));
  }
}

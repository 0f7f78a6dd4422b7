// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.selection.calibration.LabelledOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTests {

  @Test
  void rightAboveWrongIsPerfectAndTheReverseIsNothing() {
    assertThat(Ranking.auc(List.of(outcome(2, true), outcome(1, false)))).isEqualTo(1);
    assertThat(Ranking.auc(List.of(outcome(1, true), outcome(2, false)))).isZero();
  }

  @Test
  void aTieCountsHalf() {
    assertThat(Ranking.auc(List.of(outcome(1, true), outcome(1, false)))).isEqualTo(0.5);
    assertThat(Ranking.auc(List.of(outcome(1, true)))).isEqualTo(0.5);
  }

  @Test
  void itIsTheShareOfPairs() {
    SplittableRandom random = new SplittableRandom(4);
    List<LabelledOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      outcomes.add(outcome(random.nextInt(9), random.nextBoolean()));
    }
    double pairs = 0;
    double won = 0;
    for (LabelledOutcome one : outcomes) {
      for (LabelledOutcome other : outcomes) {
        if (one.right() && !other.right()) {
          pairs++;
          won += (Double.compare(one.score(), other.score()) + 1) / 2.0;
        }
      }
    }
    assertThat(Ranking.auc(outcomes)).isCloseTo(won / pairs, within(1e-12));
  }

  private static LabelledOutcome outcome(double score, boolean right) {
    return new LabelledOutcome(score, right);
  }
}

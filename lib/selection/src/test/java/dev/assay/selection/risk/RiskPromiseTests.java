// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.risk.RiskThreshold.Attained;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Breaks the promise as often as it may, and no more, on populations whose truth is known. */
class RiskPromiseTests {

  private static final int REPETITIONS = 1000;

  /** Of a share of 0.05 in so many repetitions, three standard errors. */
  private static final double SLACK = 3 * Math.sqrt(0.05 * 0.95 / REPETITIONS);

  /** Scores are even on 0 to 1, and the higher the score, the fewer are wrong. */
  private static final DoubleUnaryOperator FALLING = score -> 0.4 * (1 - score);

  @Test
  void theErrorRateIsKeptWhereTheScoreTellsRightFromWrong() {
    for (double rate : new double[] {0.05, 0.1}) {
      Tally tally = repeat(400, rate, 0, FALLING, threshold -> 0.2 * (1 - threshold));
      assertThat(tally.broken()).as("at %s", rate).isLessThan(0.05 + SLACK);
    }
  }

  @Test
  void itIsKeptWithFewScoresAndManyTies() {
    // Five scores, 0 to 0.8, and the error rate of those from a score up.
    Tally tally =
        repeat(
            600,
            0.1,
            5,
            score -> 0.4 * (0.9 - score),
            threshold -> 0.4 * (0.9 - (threshold + 0.8) / 2));
    assertThat(tally.broken()).isLessThan(0.05 + SLACK);
    assertThat(tally.attained()).isGreaterThan(0.7);
  }

  @Test
  void itIsUsedWhereItCanBe() {
    Tally tally = repeat(1000, 0.1, 0, FALLING, threshold -> 0.2 * (1 - threshold));
    assertThat(tally.attained()).isGreaterThan(0.7);
  }

  @Test
  void aScoreThatSaysNothingLeadsToNoAnswer() {
    Tally tally = repeat(400, 0.05, 0, _ -> 0.1, _ -> 0.1);
    assertThat(tally.attained()).isLessThan(0.05 + SLACK);
  }

  @Test
  void aScoreThatSaysNothingOfErrorsJustAboveTheRateDoesNotSlipThrough() {
    Tally tally = repeat(400, 0.05, 0, _ -> 0.051, _ -> 0.051);
    assertThat(tally.attained()).isLessThan(0.05 + SLACK);
  }

  /**
   * @param broken the share of repetitions in which answers from the threshold up are wrong more
   *     often than allowed, in truth
   * @param attained the share in which there is a threshold
   */
  private record Tally(double broken, double attained) {}

  private static Tally repeat(
      int outcomes, double rate, int levels, DoubleUnaryOperator wrong, DoubleUnaryOperator truth) {
    RandomGenerator random = new SplittableRandom(7);
    int broken = 0;
    int attained = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      if (RiskControl.threshold(draw(outcomes, levels, wrong, random), rate, 0.05)
          instanceof Attained threshold) {
        attained++;
        broken += truth.applyAsDouble(threshold.score()) > rate ? 1 : 0;
      }
    }
    return new Tally((double) broken / REPETITIONS, (double) attained / REPETITIONS);
  }

  private static List<LabelledOutcome> draw(
      int outcomes, int levels, DoubleUnaryOperator wrong, RandomGenerator random) {
    return Stream.generate(
            () -> {
              double score =
                  levels == 0 ? random.nextDouble() : (double) random.nextInt(levels) / levels;
              return new LabelledOutcome(score, random.nextDouble() >= wrong.applyAsDouble(score));
            })
        .limit(outcomes)
        .toList();
  }
}

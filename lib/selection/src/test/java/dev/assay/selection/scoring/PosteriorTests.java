// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.selection.scoring.Posterior.Verdicts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosteriorTests {

  private static final Posterior POSTERIOR = new Posterior(VerifierPrior.ASSUMED);

  private static Verdicts verdicts(double passes, double count) {
    return new Verdicts(passes, count);
  }

  private static double alone(double passes, double count) {
    return POSTERIOR.of(verdicts(passes, count), List.of());
  }

  /** E[t] = 0.9 and E[f] = 0.2, at odds of two to one: 1.8 / (1.8 + 0.2). */
  @Test
  void oneVerdictOnTheOnlyAnswerIsAsTheRatesSay() {
    assertThat(alone(1, 1)).isCloseTo(0.9, within(1e-12));
  }

  /** E[t^2] = 9/11 and E[f^2] = 1/15. */
  @Test
  void twoVerdictsMultiplyWhatOneSays() {
    assertThat(alone(2, 2)).isCloseTo(2 * 9 / 11.0 / (2 * 9 / 11.0 + 1 / 15.0), within(1e-12));
  }

  @Test
  void withoutVerdictsOnlyTheOddsAreLeft() {
    assertThat(alone(0, 0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(POSTERIOR.of(verdicts(0, 0), List.of(verdicts(0, 0))))
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  /**
   * One passes, its rival fails: 0.7 E[t] E[1-f] + 0.3 B(2,2), against the rival's 0.7 E[1-t] E[f]
   * + 0.3 B(2,2) and neither's 0.7 E[f(1-f)] + 0.3 B(2,2), all equally likely.
   */
  @Test
  void aRivalBringsInTheVerifierThatCannotTell() {
    double blind = 0.3 / 6;
    double right = 0.7 * 0.9 * 0.8 + blind;
    double wrong = 0.7 * 0.1 * 0.2 + blind + 0.7 * (0.2 - 1 / 15.0) + blind;

    assertThat(POSTERIOR.of(verdicts(1, 1), List.of(verdicts(0, 1))))
        .isCloseTo(right / (right + wrong), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 16", "240, 16", "4096, 1", "3, 1"})
  void whatPassesLikeItsRivalIsNotTrustedHoweverOften(double winner, double rival) {
    assertThat(POSTERIOR.of(verdicts(winner, winner), List.of(verdicts(rival, rival))))
        .isLessThan(0.8);
  }

  @Test
  void thousandsOfVerdictsAreNoObstacle() {
    assertThat(POSTERIOR.of(verdicts(3700, 4096), List.of(verdicts(800, 4096))))
        .isBetween(0.999, 1.0);
    assertThat(POSTERIOR.of(verdicts(800, 4096), List.of(verdicts(3700, 4096)))).isLessThan(1e-6);
  }

  /** A verifier that dies on the rivals must not make their opponent surer. */
  @RepeatedTest(100)
  void losingARivalsVerdictNeverHelps(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int asked = 1 + random.nextInt(8);
    int passes = random.nextInt(asked + 1);
    Verdicts winner = verdicts(random.nextInt(9), 8);
    GroupSums rival = new GroupSums(1, 1, asked, asked, passes, 0, 0, 9, 1);
    int lostPasses = passes == 0 ? 0 : random.nextInt(passes + 1);
    int lostFails = random.nextInt(asked - passes + 1);
    GroupSums dying =
        new GroupSums(1, 1, asked, asked - lostPasses - lostFails, passes - lostPasses, 0, 0, 9, 1);

    double before = POSTERIOR.of(winner, List.of(Verdicts.feared(rival)));
    double after = POSTERIOR.of(winner, List.of(Verdicts.feared(dying)));

    assertThat(Math.min(before, after)).isBetween(0.0, 1.0);
    if (before < Posterior.ENOUGH) {
      assertThat(after).isLessThan(Posterior.ENOUGH);
    }
  }

  @Test
  void aCallerMayAssumeABetterVerifier() {
    Posterior strict = new Posterior(VerifierPrior.assuming(0.02));

    assertThat(strict.of(verdicts(1, 1), List.of())).isGreaterThan(Posterior.ENOUGH);
    assertThat(strict.prior().falsePass()).isCloseTo(0.02, within(1e-12));
    assertThat(strict.prior().truePass()).isCloseTo(0.9, within(1e-12));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikelihoodScaleTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final String VERIFIER = "seed/compact/likelihood";

  @Test
  void theShareOfRightSolutionsIsLearnedWhateverItsShape() {
    LikelihoodScale scale = LikelihoodScale.fit(VERIFIER, DAY, draws(5_000, 1));

    for (double least : new double[] {-7, -4, -2.5, -1}) {
      assertThat(scale.probability(least)).isCloseTo(chance(least), within(0.06));
    }
  }

  @Test
  void aLikelierSolutionIsNeverLessSurelyRight() {
    LikelihoodScale scale = LikelihoodScale.fit(VERIFIER, DAY, draws(500, 2));
    double before = 0;
    for (double least = -8; least <= 0; least += 0.1) {
      assertThat(scale.probability(least)).isBetween(before, 1.0);
      before = scale.probability(least);
    }
  }

  @Test
  void whatItSaysOnOtherSolutionsKeepsItsWord() {
    LikelihoodScale scale = LikelihoodScale.fit(VERIFIER, DAY, draws(5_000, 3));
    List<StatedConfidence> forecasts =
        draws(5_000, 4).stream()
            .map(each -> new StatedConfidence(scale.probability(each.score()), each.right()))
            .toList();

    assertThat(Reliability.of(forecasts).calibrationError()).isLessThan(0.04);
  }

  @Test
  void itSurvivesBeingWritten() {
    LikelihoodScale scale = LikelihoodScale.fit(VERIFIER, DAY, draws(300, 5));
    String json = Json.mapper().writeValueAsString(scale);

    assertThat(Json.mapper().readValue(json, LikelihoodScale.class)).isEqualTo(scale);
  }

  @Test
  void withoutOutcomesOrAVerifierThereIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LikelihoodScale.fit(VERIFIER, DAY, List.of()))
        .withMessage("outcomes: none (expected: at least 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LikelihoodScale.fit(" ", DAY, draws(2, 6)));
  }

  /** A staircase, which no logistic curve can follow. */
  private static double chance(double least) {
    return least < -5 ? 0.02 : least < -3 ? 0.3 : least < -2 ? 0.35 : 0.96;
  }

  private static List<LabelledOutcome> draws(int count, long seed) {
    Random random = new Random(seed);
    List<LabelledOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double least = -8 * random.nextDouble();
      outcomes.add(new LabelledOutcome(least, random.nextDouble() < chance(least)));
    }
    return outcomes;
  }
}

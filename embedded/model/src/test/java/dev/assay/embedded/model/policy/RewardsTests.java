// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardsTests {

  @ParameterizedTest
  @CsvSource({"0, 0.5", "1, 0.7778", "2, 0.9167", "3, 0.9762", "4, 0.9960"})
  void eachPassedVerificationOfFourMakesAnAttemptLikelier(int passed, double reward) {
    assertThat(Rewards.conjugate(passed, 4)).isCloseTo(reward, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"-1, -1, 1", "3, 3, 1", "2, 3, 0.8", "5, 3, 0.64", "0, -1, -1", "-1, 0, -1"})
  void aFirstErrorIsWorthLessTheFartherItIsOff(int predicted, int labelled, double reward) {
    assertThat(Rewards.firstError(predicted, labelled, 0.8)).isCloseTo(reward, within(1e-12));
  }

  @Test
  void judgementAndRefinementAreCombinedToAtMostOne() {
    assertThat(Rewards.dual(1, 0.75, 1)).isEqualTo((1 + 0.75) / 2);
    assertThat(Rewards.dual(1, 0.75, 0)).isEqualTo(1);
    assertThat(Rewards.dual(1, 1, 3)).isEqualTo(1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.embedded.model.examples.TextExample;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CriticRewardTests {

  private static final String RIGHT = "a9*5=54b1+54=64c64-3=34#34.";
  private static final String WRONG_AT_A = "a9*5=53b1+53=63c63-3=33#33.";
  private static final String WRONG_AT_C = "a9*5=54b1+54=64c64-3=35#35.";
  private static final String OTHERWISE_WRONG_AT_A = "a9*5=55b1+55=65c65-3=35#35.";
  private static final String WITHOUT_END = "a9*5=54b1+54=64c64-3=34#34";

  private static double[] rewards(String... completions) {
    TextExample question = new TextExample("S>", RIGHT, 1);
    return CriticReward.of(
        Stream.of(completions).map(completion -> new PolicySample(question, completion)).toList());
  }

  @Test
  void whoeverFindsNothingInARightSampleIsRight() {
    assertThat(rewards(RIGHT, RIGHT)).containsExactly(1, 1);
  }

  @Test
  void aRightCriticCatchesAndRefinesAndAWrongOneRaisesAFalseAlarm() {
    assertThat(rewards(RIGHT, WRONG_AT_A)).containsExactly(1, -0.5);
    assertThat(rewards(RIGHT, WITHOUT_END)).containsExactly(1, -0.5);
  }

  @Test
  void aCriticWithTheSameMistakeMissesIt() {
    assertThat(rewards(WRONG_AT_A, WRONG_AT_A)).containsExactly(-0.5, -0.5);
  }

  @Test
  void theRightStepWithAWrongSuggestionIsHalfOfIt() {
    assertThat(rewards(WRONG_AT_A, OTHERWISE_WRONG_AT_A)).containsExactly(0.5, 0.5);
  }

  @Test
  void anEarlierStepThanTheWrongOneIsWorthLess() {
    // The first blames a where c is wrong; the second has a right, and so its suggestion.
    assertThat(rewards(WRONG_AT_A, WRONG_AT_C))
        .containsExactly(new double[] {0.32, 1}, within(1e-9));
  }

  @Test
  void aSampleIsAsGoodAsItIsOfAllOthers() {
    assertThat(rewards(RIGHT, WRONG_AT_A, WRONG_AT_C))
        .containsExactly(new double[] {1, (-0.5 + 0.32) / 2, (-0.5 + 1) / 2.0}, within(1e-9));
  }
}

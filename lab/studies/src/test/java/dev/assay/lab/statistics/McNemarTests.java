// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class McNemarTests {

  private static final double EXACTLY = 1e-12;

  /** 2 (1 + 12 + 66) / 4096. */
  @Test
  void anUnevenSplitIsUnlikely() {
    assertThat(new McNemar(10, 2).probability()).isCloseTo(158 / 4096.0, within(EXACTLY));
    assertThat(new McNemar(2, 10).probability()).isCloseTo(158 / 4096.0, within(EXACTLY));
  }

  @Test
  void fiveToNoneIsNotSignificantAndSixToNoneIs() {
    assertThat(new McNemar(5, 0).probability()).isCloseTo(0.0625, within(EXACTLY));
    assertThat(new McNemar(6, 0).probability()).isCloseTo(0.03125, within(EXACTLY));
  }

  @Test
  void anEvenSplitAndNoneAtAllSayNothing() {
    assertThat(new McNemar(7, 7).probability()).isEqualTo(1);
    assertThat(new McNemar(0, 0).probability()).isEqualTo(1);
  }

  @Test
  void manyQuestionsDoNotUnderflow() {
    assertThat(new McNemar(1500, 1500).probability()).isEqualTo(1);
    assertThat(new McNemar(1560, 1440).probability()).isCloseTo(0.0298, within(0.0005));
    assertThat(new McNemar(3000, 0).probability()).isEqualTo(0);
  }

  @Test
  void onlyDiscordantQuestionsCount() {
    boolean[] ours = {true, true, false, false, true};
    boolean[] theirs = {true, false, false, true, false};

    assertThat(McNemar.of(ours, theirs)).isEqualTo(new McNemar(2, 1));
  }

  @Test
  void otherQuestionsAreRefused() {
    assertThatThrownBy(() -> McNemar.of(new boolean[2], new boolean[3]))
        .hasMessageContaining("2 and 3 (expected: the same)");
  }
}

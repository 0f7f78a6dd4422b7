// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsFirstTests {

  @Test
  void eachNumberIsReversedAndItsSignStaysInFront() {
    assertThat(UnitsFirst.flipped("a46*-22=-1012#-1012")).isEqualTo("a64*-22=-2101#-2101");
    assertThat(UnitsFirst.flipped("46*20=920")).isEqualTo("64*02=029");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "12", "a9*5=45b-1+20=19#-1", "007$1\\", "\u0661\u0662 12"})
  void flippedTwiceATextIsWhatItWas(String text) {
    assertThat(UnitsFirst.flipped(UnitsFirst.flipped(text))).isEqualTo(text);
  }
}

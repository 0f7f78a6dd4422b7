// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AbstentionFloorTests {

  /** Of 100 answers 20 are wrong: 15.8 of these held back leave 4.2 in 84.2. */
  @Test
  void evenARuleThatKnowsTheWrongOnesHoldsSoManyBack() {
    double floor = AbstentionFloor.of(0.2, 0.05);

    assertThat(floor).isCloseTo(0.157_894_7, within(1e-6));
    assertThat((0.2 - floor) / (1 - floor)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void answersThatKeepTheRateNeedNoAbstention() {
    assertThat(AbstentionFloor.of(0.05, 0.05)).isZero();
    assertThat(AbstentionFloor.of(0, 0.01)).isZero();
    assertThat(AbstentionFloor.of(1, 0.01)).isEqualTo(1);
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> AbstentionFloor.of(1.1, 0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> AbstentionFloor.of(Double.NaN, 0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> AbstentionFloor.of(0.1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> AbstentionFloor.of(0.1, 1));
  }
}

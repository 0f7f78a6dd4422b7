// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MutationTests {

  @Test
  void eachRuleChangesOnePlace() {
    assertThat(Mutation.DIGIT.of("a4")).hasSize(9).contains("a0", "a9").doesNotContain("a4");
    assertThat(Mutation.DIGIT_LOST.of("45")).containsExactly("5", "4");
    assertThat(Mutation.SIGN.of("4+x")).contains("-4+x", "4-x");
    assertThat(Mutation.UNIT.of("4 km")).contains("4 m", "4 mm").doesNotContain("4 km");
    assertThat(Mutation.EXPONENT.of("x^2")).containsExactly("x", "x^{9}");
    assertThat(Mutation.CASE.of("x")).containsExactly("X");
    assertThat(Mutation.CASE.of("4 mg")).containsExactly("4 Mg");
    assertThat(Mutation.CASE.of("4 kg, 2 km, 1e3")).isEmpty();
    assertThat(Mutation.ORDER.of("(1, 2)")).containsExactly("(2, 1)");
    assertThat(Mutation.BRACKET.of("(1,2]")).containsExactly("[1,2]", "(1,2)");
    assertThat(Mutation.POINT.of("1.5")).containsExactly("15.", ".15");
  }

  @Test
  void nothingIsChangedIntoItself() {
    for (Mutation mutation : Mutation.values()) {
      assertThat(mutation.of("-4.5 kg, x^2 (1, 1]")).doesNotContain("-4.5 kg, x^2 (1, 1]");
    }
  }
}

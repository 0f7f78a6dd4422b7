// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTests {

  @Test
  void textGoesLeftAndNumbersGoRight() {
    assertThat(new TextTable().row("", "one", "two").row("rule", "1", "12345").row("").lines())
        .containsExactly("      one    two", "rule    1  12345", "");
  }
}

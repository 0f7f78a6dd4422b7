// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTableTests {

  @Test
  void textGoesLeftAndNumbersGoRight() {
    assertThat(new TextTable().row("", "one", "two").row("rule", "1", "12345").row("").lines())
        .containsExactly("      one    two", "rule    1  12345", "");
  }

  @Test
  void otherColumnsOfTextGoLeftToo() {
    assertThat(new TextTable(Set.of(0, 2)).row("a", "b", "c").row("aa", "bb", "cc").lines())
        .containsExactly("a    b  c", "aa  bb  cc");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AlignedColumnsTests {

  @Test
  void textGoesLeftAndNumbersGoRight() {
    assertThat(new AlignedColumns().row("", "one", "two").row("rule", "1", "12345").row("").lines())
        .containsExactly("      one    two", "rule    1  12345", "");
  }

  @Test
  void otherColumnsOfTextGoLeftToo() {
    assertThat(new AlignedColumns(Set.of(0, 2)).row("a", "b", "c").row("aa", "bb", "cc").lines())
        .containsExactly("a    b  c", "aa  bb  cc");
  }

  @Test
  void whereThereIsNoRoomEachRowIsAListOfItsOwn() {
    AlignedColumns table =
        new AlignedColumns()
            .row("rule", "right")
            .row("majority", "72.5")
            .row("pessimistic", "98.7");

    assertThat(table.lines(18)).isEqualTo(table.lines());
    assertThat(table.lines(17))
        .containsExactly(
            "rule   majority", "right  72.5", "", "rule   pessimisti", "       c", "right  98.7");
  }
}

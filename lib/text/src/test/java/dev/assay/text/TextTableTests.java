// SPDX-License-Identifier: Apache-2.0
package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTests {

  private static final String TABLE =
      """
      # Remarks may stand before the columns.
      one\tother

      3\t4 ⏎ 5
      #### 4\t⇥
      # and between the rows.
      \\frac{1}{2}\t
      """;

  @Test
  void aRowHasTheCellsOfItsColumns() {
    List<TextTable.Row> rows = TextTable.of("numbers.tsv", TABLE);

    assertThat(rows)
        .extracting(row -> row.get("one"))
        .containsExactly("3", "#### 4", "\\frac{1}{2}");
    assertThat(rows).extracting(row -> row.get("other")).containsExactly("4 \n 5", "\t", "");
    assertThat(rows.getLast().place()).isEqualTo("numbers.tsv:7");
  }

  @Test
  void aCellThatIsWrittenIsReadAgain() {
    String line = TextTable.line(List.of("one\ntwo\tthree", "four"));

    TextTable.Row row = TextTable.of("t", "text\tother\n" + line).getFirst();
    assertThat(row.get("text")).isEqualTo("one\ntwo\tthree");
    assertThat(row.get("other")).isEqualTo("four");
  }

  @Test
  void aLineThatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> TextTable.of("numbers.tsv", "one\tother\n3\n"))
        .hasMessage("numbers.tsv:2: 1 cells (expected: 2, a tab between two: one, other)");
  }

  @Test
  void aColumnThatDoesNotExistIsNamed() {
    TextTable.Row row = TextTable.of("numbers.tsv", TABLE).getFirst();

    assertThatThrownBy(() -> row.get("third"))
        .hasMessage("numbers.tsv:4: no column third (expected: one of [one, other])");
  }

  @Test
  void aFileThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> TextTable.of(TextTableTests.class, "none.tsv"))
        .hasMessageContaining("none.tsv: not found (expected: beside ");
  }
}

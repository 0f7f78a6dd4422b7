// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.readings.TabledReader.ReadRow;
import dev.assay.lab.report.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTests {

  private static final TabledReader READER =
      new TabledReader(
          "steps",
          ConfusionTests.class,
          List.of(),
          List.of("text"),
          row -> row.get("text"),
          reading -> reading.startsWith("step") ? "step" : reading);

  private static final Confusion CONFUSION =
      new Confusion(
          READER,
          List.of(
              row("plain", "step 1", "step 1"),
              row("plain", "step 1", "step 2"),
              row("plain", "none", "step 2"),
              row("quoted", "none", "none")));

  private static ReadRow row(String kind, String expected, String ours) {
    return new ReadRow("steps.tsv:2", kind, "text", expected, ours);
  }

  @Test
  void whatIsReadIsCountedAgainstWhatIsExpectedKindByKind() {
    assertThat(CONFUSION.table().title()).isEqualTo("steps: 2 of 4 rows are read as expected");
    assertThat(CONFUSION.table().columns())
        .containsExactly(
            "kind", "expected", "rows", "read: another step", "read: none", "read: step");
    assertThat(CONFUSION.table().rows().stream().map(row -> row.stream().map(Cell::shown).toList()))
        .containsExactly(
            List.of("plain", "none", "1", "", "", "1"),
            List.of("plain", "step", "2", "1", "", "1"),
            List.of("quoted", "none", "1", "", "1", ""));
  }

  @Test
  void whatIsReadOtherwiseIsListed() {
    assertThat(CONFUSION.wrong().rows().stream().map(row -> row.stream().map(Cell::shown).toList()))
        .containsExactly(
            List.of("steps.tsv:2", "text", "step 1", "step 2"),
            List.of("steps.tsv:2", "text", "none", "step 2"));
  }
}

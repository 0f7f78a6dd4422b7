// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.TextTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameStepTests {

  static Stream<TextTable.Row> steps() {
    return TextTable.of(SameStepTests.class, "same-steps.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theTableHolds(TextTable.Row row) {
    assertThat(SameStep.is(row.get("before"), row.get("input")) ? "same" : "another")
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.QuestionKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationRecordTests {

  private static final String OF_ONE_SET =
      """
      {"verifier":"v","kind":"sums","effort":{"attempts":8,"verifications":4,"revisions":1,
       "rule":"pessimistic","alpha":0.5,"stopping":"adaptive"},"fitted":"2026-11-25",
       "outcomes":[{"score":0.25,"right":true}]}
      """;

  private static CalibrationSet set(String verifier, @Nullable String kind, double score) {
    return new CalibrationSet(
        verifier,
        kind == null ? null : new QuestionKind(kind),
        ComputeBudget.of(Policy.DEFAULT),
        LocalDate.of(2026, 1, 2),
        List.of(new LabelledOutcome(score, true)));
  }

  private static CalibrationRecord reread(CalibrationRecord record) {
    return Json.mapper()
        .readValue(Json.mapper().writeValueAsString(record), CalibrationRecord.class);
  }

  @Test
  void whatABuildOfOneSetWroteIsRead() {
    CalibrationRecord record = Json.mapper().readValue(OF_ONE_SET, CalibrationRecord.class);

    assertThat(record.sets())
        .containsExactly(Json.mapper().readValue(OF_ONE_SET, CalibrationSet.class));
    assertThat(Json.mapper().writeValueAsString(record)).doesNotContain("others");
  }

  @Test
  void aBuildOfOneSetReadsTheLatest() {
    CalibrationRecord record =
        CalibrationRecord.of(set("v", "sums", 0.1)).with(set("v", "swaps", 0.2));

    CalibrationSet read =
        Json.mapper().readValue(Json.mapper().writeValueAsString(record), CalibrationSet.class);

    assertThat(read).isEqualTo(set("v", "swaps", 0.2));
  }

  @Test
  void kindsAndVerifiersAreKeptApart() {
    CalibrationRecord record =
        CalibrationRecord.of(set("v", "sums", 0.1))
            .with(set("v", "swaps", 0.2))
            .with(set("w", "sums", 0.3))
            .with(set("v", null, 0.4));

    assertThat(reread(record)).isEqualTo(record);
    assertThat(record.sets()).hasSize(4);
    assertThat(record.of("v"::equals).kinds()).isEqualTo("sums, swaps");
    assertThat(record.of("w"::equals).sets()).containsExactly(set("w", "sums", 0.3));
    assertThat(record.of("x"::equals).sets()).isEmpty();
  }

  @Test
  void newerOutcomesTakeThePlaceOfTheirLike() {
    CalibrationRecord record =
        CalibrationRecord.of(set("v", "sums", 0.1))
            .with(set("v", "swaps", 0.2))
            .with(set("v", "sums", 0.3));

    assertThat(record.sets()).containsExactly(set("v", "sums", 0.3), set("v", "swaps", 0.2));
  }

  @Test
  void aRecordNamesItsVerifier() {
    assertThatThrownBy(
            () ->
                Json.mapper()
                    .readValue(OF_ONE_SET.replace("\"v\"", "\" \""), CalibrationRecord.class))
        .hasMessageContaining("verifier: blank (expected: its version)");
    assertThatThrownBy(() -> Json.mapper().readValue("{}", CalibrationRecord.class))
        .isInstanceOf(RuntimeException.class);
  }
}

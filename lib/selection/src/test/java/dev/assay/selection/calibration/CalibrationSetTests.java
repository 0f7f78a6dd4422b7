// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.QuestionKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationSetTests {

  @Test
  void itIsReadAsItWasWritten() {
    CalibrationSet set =
        new CalibrationSet(
            "arithmetic-3",
            new QuestionKind("sums"),
            ComputeBudget.of(Policy.DEFAULT),
            LocalDate.of(2026, 1, 2),
            List.of(new LabelledOutcome(0.25, true), new LabelledOutcome(0, false)));
    String json = Json.mapper().writeValueAsString(set);
    assertThat(json)
        .contains("\"verifier\":\"arithmetic-3\"", "\"kind\":\"sums\"", "\"fitted\":\"2026-01-02\"")
        .contains("{\"score\":0.25,\"right\":true}");
    assertThat(Json.mapper().readValue(json, CalibrationSet.class)).isEqualTo(set);
  }

  @Test
  void aSetNamesItsVerifier() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CalibrationSet(
                    " ",
                    null,
                    ComputeBudget.of(Policy.DEFAULT),
                    LocalDate.of(2026, 1, 2),
                    List.of()))
        .withMessage("verifier: blank (expected: its version)");
  }

  @Test
  void aSetOfABuildWithoutKindsIsRead() {
    String json =
        """
        {"verifier":"v","effort":{"attempts":8,"verifications":4,"revisions":1,
         "rule":"pessimistic","alpha":0.5,"stopping":"adaptive"},"fitted":"2026-11-25",
         "outcomes":[{"score":0.25,"right":true}]}
        """;

    CalibrationSet set = Json.mapper().readValue(json, CalibrationSet.class);

    assertThat(set.kind()).isNull();
    assertThat(set.effort().forcedEndings()).isNull();
    assertThat(set.outcomes()).hasSize(1);
  }
}

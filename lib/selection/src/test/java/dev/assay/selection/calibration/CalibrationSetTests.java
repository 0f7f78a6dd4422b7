// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationSetTests {

  @Test
  void itIsReadAsItWasWritten() {
    CalibrationSet set =
        new CalibrationSet(
            "arithmetic-3",
            ComputeBudget.of(Policy.DEFAULT),
            LocalDate.of(2026, 1, 2),
            List.of(new LabelledOutcome(0.25, true), new LabelledOutcome(0, false)));
    String json = Json.mapper().writeValueAsString(set);
    assertThat(json)
        .contains("\"verifier\":\"arithmetic-3\"", "\"fitted\":\"2026-01-02\"")
        .contains("{\"score\":0.25,\"right\":true}");
    assertThat(Json.mapper().readValue(json, CalibrationSet.class)).isEqualTo(set);
  }

  @Test
  void aSetNamesItsVerifier() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CalibrationSet(
                    " ", ComputeBudget.of(Policy.DEFAULT), LocalDate.of(2026, 1, 2), List.of()))
        .withMessage("verifier: blank (expected: its version)");
  }
}

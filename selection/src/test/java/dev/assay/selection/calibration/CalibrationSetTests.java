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
            LocalDate.of(2026, 1, 2),
            8,
            4,
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
        .isThrownBy(() -> set(" ", 8, 4))
        .withMessage("verifier: blank (expected: its version)");
  }

  @Test
  void aSetNamesThePolicyThatItWasCollectedUnder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set("arithmetic-3", 0, 4))
        .withMessage("attempts and verifications: 0 x 4 (expected: at least 1 x 1)");
  }

  @Test
  void itSpeaksForPoliciesThatTryAtLeastAsHard() {
    Policy usual = Policy.DEFAULT;
    assertThat(set("v", usual.attempts(), usual.verifications()).covers(usual)).isTrue();
    assertThat(set("v", 2, 1).covers(usual)).isTrue();
    assertThat(set("v", usual.attempts() + 1, 1).covers(usual)).isFalse();
    assertThat(set("v", 1, usual.verifications() + 1).covers(usual)).isFalse();
  }

  private static CalibrationSet set(String verifier, int attempts, int verifications) {
    return new CalibrationSet(
        verifier, LocalDate.of(2026, 1, 2), attempts, verifications, List.of());
  }
}

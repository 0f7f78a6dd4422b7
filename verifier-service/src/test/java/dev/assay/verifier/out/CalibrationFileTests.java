// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.selection.Assurance;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.selection.calibration.LabelledOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTests {

  private static final CalibrationSet LEARNT =
      new CalibrationSet(
          "seed/compact/t=0.7",
          ComputeBudget.of(Policy.DEFAULT),
          LocalDate.of(2026, 11, 25),
          List.of(new LabelledOutcome(0.5, true)));

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("calibration.json"), text).toString();
  }

  @Test
  void whatIsOfThisVerifierIsUsed() throws IOException {
    String file = file(Json.mapper().writeValueAsString(LEARNT));

    assertThat(CalibrationFile.read(file, "seed/compact/t=0.7")).isNotSameAs(Assurance.NONE);
  }

  @Test
  void whatIsOfAnotherVerifierSaysNothing() throws IOException {
    String file = file(Json.mapper().writeValueAsString(LEARNT));

    assertThat(CalibrationFile.read(file, "seed/compact/t=1.0")).isSameAs(Assurance.NONE);
  }

  @Test
  void withoutAFileNothingIsKnown() {
    assertThat(CalibrationFile.read("", "seed")).isSameAs(Assurance.NONE);
    assertThat(CalibrationFile.read(folder.resolve("none").toString(), "seed"))
        .isSameAs(Assurance.NONE);
  }

  @Test
  void whatIsNoCalibrationIsRefused() throws IOException {
    String file = file("{\"verifier\": 7, \"outcomes\": [");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalibrationFile.read(file, "seed"))
        .withMessageContaining("assay.verifier.calibration: " + file)
        .withMessageContaining("./assay calibrate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalibrationFile.read(folder.toString(), "seed"))
        .withMessageContaining("cannot read");
  }
}

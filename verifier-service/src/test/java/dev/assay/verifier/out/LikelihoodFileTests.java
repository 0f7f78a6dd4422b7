// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.calibration.LikelihoodScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodFileTests {

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    LikelihoodScale scale =
        LikelihoodScale.fit(
            "seed/compact/likelihood",
            LocalDate.of(2026, 11, 25),
            List.of(new LabelledOutcome(-0.5, true), new LabelledOutcome(-7, false)));
    Path file = folder.resolve("likelihood.json");

    LikelihoodFile.write(file, scale);

    assertThat(LikelihoodFile.read(file.toString())).isEqualTo(scale);
  }

  @Test
  void withoutAFileThereIsNoVerdict() {
    Path none = folder.resolve("none.json");

    for (String place : List.of(none.toString(), "")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LikelihoodFile.read(place))
          .withMessageStartingWith("assay.verifier.likelihood: cannot read ")
          .withMessageContaining("expected: the likelihood.json that belongs to the verifier");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "[]",
        "{\"verifier\":\"a\",\"fitted\":\"2026-11-25\",\"calibration\":{\"steps\":[]}}",
        "{\"verifier\":\"a\",\"calibration\":{\"steps\":[{\"from\":0,\"right\":1,\"count\":1,"
            + "\"confidence\":0.6}]}}"
      })
  void whatHoldsNoScaleIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("likelihood.json"), text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LikelihoodFile.read(file.toString()))
        .withMessageStartingWith("assay.verifier.likelihood: " + file + " holds no scale");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.client.AssayClient;
import dev.assay.client.RefusedException;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.standalone.EmbeddedSystem;
import dev.assay.standalone.StartUp;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labelled questions through the running loop to what can be promised. */
class CalibrateCommandIT {

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String EASY =
      "{\"question\": \"((%d + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =\", \"answer\": \"%d\"}\n";

  @TempDir Path folder;

  @BeforeAll
  static void home() {
    System.setProperty("assay.home", Path.of("../..").toAbsolutePath().normalize().toString());
  }

  @Test
  void labelledQuestionsBecomeARecordOfTheVerifier() throws Exception {
    Path questions = folder.resolve("questions.jsonl");
    // The second answer is wrong on purpose: the record says what came out, not what we hope.
    Files.writeString(questions, EASY.formatted(1, 14) + EASY.formatted(2, 99));
    Path out = folder.resolve("calibration.json");
    try (EmbeddedSystem system = EmbeddedSystem.start(folder.resolve("data"), 0, StartUp.SILENT)) {
      URI url = system.running().url().orElseThrow();

      int code =
          Assay.run(
              "calibrate",
              "--labelled",
              questions.toString(),
              "--url",
              url.toString(),
              "--out",
              out.toString());

      assertThat(code).isZero();
      CalibrationSet learnt = Json.mapper().readValue(Files.readString(out), CalibrationSet.class);
      assertThat(learnt.verifier()).isEqualTo("verifier/compact/t=0.7");
      assertThat(learnt.effort()).isEqualTo(ComputeBudget.of(Policy.DEFAULT));
      assertThat(learnt.outcomes()).hasSize(2);
      assertThat(learnt.outcomes().get(1).right()).isFalse();
      assertThatThrownBy(() -> submitStrict(url))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("max_error_rate 1.0E-4 cannot be promised");
    }
  }

  /** No record of a thousand outcomes can show that at most one in ten thousand is wrong. */
  private static void submitStrict(URI url) {
    SettlementPolling settling = new SettlementPolling(new AssayClient(url), DEADLINE);
    settling.submit(
        "((1 + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =",
        PolicyOverrides.NONE.withErrorRates(new PolicyOverrides.ErrorRates(0.0001, null)),
        "strict");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingProgressTests {

  @ParameterizedTest
  @CsvSource({
    "0, 1200, 127, 3 min 10 s",
    "1100, 1200, 10, 3 min 0 s", // only the steps of this process tell its speed
    "0, 3000, 300, 0 s",
    "0, 2999, 2999, 1 s",
    "0, 1000, 3600, 2 h 0 min",
  })
  void aReportIsOneLine(long first, long step, long seconds, String left) {
    Said said = new Said();
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    TrainingProgress progress = new TrainingProgress(said, now::get, first, 3000);

    now.set(Instant.EPOCH.plusSeconds(seconds));
    progress.report(new LossReport(step, 0.03124, 0.001, 1, 17_203.6, Map.of()));

    assertThat(said.shown)
        .containsExactly(
            "step %,d of 3,000  loss 0.0312  17,204 tokens/s  %s left".formatted(step, left));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PoolProgressTests {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long millis;
  private final InstantSource clock = () -> Instant.ofEpochMilli(millis);
  private final PoolProgress progress =
      new PoolProgress(
          new StatusLine(
              () -> new PrintStream(err, true, StandardCharsets.UTF_8), true, () -> 80, clock),
          clock,
          "pool",
          10);

  @Test
  void theTimeLeftIsEstimatedFromWhatThisRunDrew() {
    progress.show(4);
    millis = 20_000;
    progress.show(6);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("drawing pool: 4 of 10 problems\u001b")
        .contains("drawing pool: 6 of 10 problems, 40 s left");
  }

  @Test
  void atTheEndNothingIsLeft() {
    progress.show(10);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("10 of 10 problems\u001b");
  }
}

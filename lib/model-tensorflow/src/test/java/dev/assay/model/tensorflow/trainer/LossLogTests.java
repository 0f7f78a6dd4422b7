// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log without holes and without repetitions, however often its run was stopped. */
class LossLogTests {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve(LossLog.FILE);
  }

  @Test
  void aReportIsALine() throws Exception {
    write(0, 10, 20);

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"step\":10,\"loss\":0.1,\"learning_rate\":0.001,\"gradient_norm\":1.5,"
                + "\"tokens_per_second\":17204.0}",
            "{\"step\":20,\"loss\":0.05,\"learning_rate\":0.001,\"gradient_norm\":1.5,"
                + "\"tokens_per_second\":17204.0,\"scores\":{\"exact\":0.5,\"lines\":0.75}}");
    assertThat(LossLog.read(file)).containsExactly(report(10), report(20));
  }

  @Test
  void aRunThatGoesOnHasTheLogOfOneThatNeverStopped() throws Exception {
    write(0, 10, 20, 30, 40);
    byte[] unbroken = Files.readAllBytes(file);
    Files.delete(file);

    write(0, 10, 20, 30); // its newest state is of step 25
    write(25, 30, 40);

    assertThat(file).hasBinaryContent(unbroken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"step\":20,\"lo", "{\"step\":12}", "\u0000\u0000\u0000\n", "\n"})
  void aBrokenEndIsCutOff(String end) throws Exception {
    write(0, 10);
    byte[] good = Files.readAllBytes(file);
    Files.writeString(file, end, StandardOpenOption.APPEND);
    assertThat(LossLog.read(file)).containsExactly(report(10));

    LossLog.open(file, 100).close();

    assertThat(file).hasBinaryContent(good);
  }

  @Test
  void aNewRunHasAnEmptyLog() {
    write(0, 10);
    LossLog.open(file, 0).close();

    assertThat(file).isEmptyFile();
    assertThat(LossLog.read(folder.resolve("none"))).isEmpty();
  }

  private void write(long from, long... steps) {
    try (LossLog log = LossLog.open(file, from)) {
      for (long step : steps) {
        log.add(report(step));
      }
    }
  }

  private static LossReport report(long step) {
    Map<String, Double> scores = step == 20 ? Map.of("lines", 0.75, "exact", 0.5) : Map.of();
    return new LossReport(step, 1.0 / step, 0.001, 1.5, 17_204, scores);
  }
}

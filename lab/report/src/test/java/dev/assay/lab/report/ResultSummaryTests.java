// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSummaryTests {

  private static final Table TABLE =
      new Table(
          "Few",
          List.of("which", "right, %"),
          List.of(
              List.of(Cell.text("a|b"), Cell.percent(0.98765)),
              List.of(Cell.text("none"), Cell.none())));

  private static ResultSummary summary(String note) {
    return new ResultSummary(
        "./assay measure",
        LocalDate.of(2026, 11, 28),
        "1",
        new Machine(2, "CPU", "25"),
        TABLE,
        note);
  }

  @Test
  void aPersonSeesTheTableAndHowToGetItAgain() {
    assertThat(summary(null).markdown())
        .isEqualTo(
            """
            | which | right, % |
            | --- | --- |
            | a\\|b | 98.8 |
            | none |  |

            `./assay measure`; 2 cores, CPU, Java 25; 2026-11-28""");
    assertThat(summary("by hand").markdown()).endsWith("; 2026-11-28; by hand");
  }

  @Test
  void theFileIsReadBackAsItWas(@TempDir Path root) throws IOException {
    ReportFolder.prepare(root).write(summary(null));

    String text = Files.readString(root.resolve("summary.json"));
    assertThat(text).contains("0.98765").doesNotContain("note").endsWith("}\n");
    assertThat(Json.mapper().readValue(text, ResultSummary.class)).isEqualTo(summary(null));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReportFolderTests {

  @TempDir private Path root;

  @Test
  void aReportIsAPageItsDataAndItsPictures() throws IOException {
    ReportFolder.prepare(root.resolve("new/folder")).write(ReportFixture.report());

    try (var files = Files.list(root.resolve("new/folder"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.html", "report.json", "first-1.svg", "first-2.svg");
    }
  }

  @Test
  void theDataAreReadBackAsTheyWere() throws IOException {
    ReportFolder.prepare(root).write(ReportFixture.report());
    String json = Files.readString(root.resolve("report.json"), StandardCharsets.UTF_8);

    Report read = Json.mapper().readValue(json, Report.class);

    assertThat(read.finished()).isEqualTo(ReportFixture.report().finished());
    assertThat(read.studies()).hasSize(3);
    assertThat(read.studies().get(1).name()).isEqualTo("second");
    Findings findings = ((StudyOutcome.Measured) read.studies().getFirst()).findings();
    assertThat(findings.parts()).hasSameSizeAs(ReportFixture.findings().parts());
    assertThat(charts(findings)).isEqualTo(charts(expected()));
  }

  @Test
  void cellsKeepTheirValues() throws IOException {
    ReportFolder.prepare(root).write(ReportFixture.report());

    JsonNode rows =
        Json.mapper()
            .readTree(Files.readString(root.resolve("report.json")))
            .at("/studies/0/findings/parts/1/rows");

    assertThat(rows.at("/0/1/value").asDouble()).isEqualTo(0.815);
    assertThat(rows.at("/0/1/shown").asString()).isEqualTo("81.5");
    assertThat(rows.at("/1/1").has("value")).isFalse();
    assertThat(rows.at("/1/2/value").asString()).isEqualTo("NaN");
    assertThat(rows.at("/2/1/value").asDouble()).isEqualTo(1e300);
    assertThat(rows.at("/2/2/value").asLong()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aPlaceThatIsTakenByAFileIsRefusedBeforeAnyWork() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");

    assertThatThrownBy(() -> ReportFolder.prepare(file)).isInstanceOf(IOException.class);
  }

  /** As written: half a character cannot be kept in a file. */
  private static Findings expected() {
    String written =
        new String(
            Json.mapper()
                .writeValueAsString(ReportFixture.findings())
                .getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
    return Json.mapper().readValue(written, Findings.class);
  }

  private static List<ReportPart> charts(Findings findings) {
    return findings.parts().stream().filter(Chart.class::isInstance).toList();
  }
}

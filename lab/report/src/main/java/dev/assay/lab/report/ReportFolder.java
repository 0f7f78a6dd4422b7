// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that a report is written to: {@code report.html} for people, {@code report.json} for
 * machines, {@code summary.json} for the README, and each chart as {@code STUDY-1.svg}, {@code
 * STUDY-2.svg}, ...
 */
public record ReportFolder(Path root) {

  /**
   * Makes the folder if it is new.
   *
   * @throws IOException if it cannot be made or written to; asked first, not after all the work
   */
  public static ReportFolder prepare(Path root) throws IOException {
    Files.createDirectories(root);
    Path probe = Files.createTempFile(root, "probe", null);
    Files.delete(probe);
    return new ReportFolder(root);
  }

  public Path page() {
    return root.resolve("report.html");
  }

  public void write(Report report) throws IOException {
    write("report.html", HtmlReport.of(report));
    write("report.json", json(report));
    for (StudyOutcome study : report.studies()) {
      if (study instanceof StudyOutcome.Measured measured) {
        pictures(measured);
      }
    }
  }

  public void write(ResultSummary summary) throws IOException {
    write("summary.json", json(summary));
  }

  private static String json(Object value) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  /** Writes a chart as a picture of its own, {@code NAME.svg}. */
  public void picture(String name, Chart chart) throws IOException {
    if (!Plot.isEmpty(chart)) {
      write(name + ".svg", Plot.svg(chart, name));
    }
  }

  private void pictures(StudyOutcome.Measured measured) throws IOException {
    int count = 0;
    for (ReportPart part : measured.findings().parts()) {
      if (part instanceof Chart chart) {
        picture(measured.name() + "-" + ++count, chart);
      }
    }
  }

  /** Recorded text may be cut in the middle of a character; that must not cost the report. */
  private void write(String file, String text) throws IOException {
    Files.write(root.resolve(file), text.getBytes(StandardCharsets.UTF_8));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.critics.CriticReport;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Machine;
import dev.assay.lab.report.Report;
import dev.assay.lab.report.ReportFolder;
import dev.assay.lab.report.ResultSummary;
import dev.assay.lab.report.StudyOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Where a run of {@code bench critics} leaves what it finds: the judgements in a file, and a report
 * in a folder of the same name beside it, so that one folder has room for several judges.
 */
record CriticsFolder(Path judgements, ReportFolder report) {

  private static final String NAME = "critics";
  private static final String ENDING = ".jsonl";

  /**
   * Makes both places, before anything is paid for.
   *
   * @param judgements the file
   * @throws UsageException if one of them cannot be written
   */
  static CriticsFolder of(Path judgements) {
    String name = String.valueOf(judgements.getFileName());
    if (!name.endsWith(ENDING) || name.equals(ENDING)) {
      throw new UsageException(
          "--out: %s (expected: a file whose name ends in %s)".formatted(judgements, ENDING));
    }
    Path folder = judgements.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    try {
      ReportFolder report = ReportFolder.prepare(folder);
      OutputFile.requireWritable("--out", judgements);
      return new CriticsFolder(judgements, report);
    } catch (IOException e) {
      throw new UsageException(
          "--out: cannot write to the folder %s (%s); choose another file"
              .formatted(folder, FailureText.of(e)));
    }
  }

  Path log() {
    return report.root().resolve("assay.log");
  }

  Path page() {
    return report.page();
  }

  /**
   * @param findings of the report, which take a while to compute
   * @param seconds that the run took
   * @param options that measure the same again
   */
  void write(CriticReport found, Findings findings, double seconds, String options) {
    try {
      report.picture(NAME, found.picture());
      report.write(
          new Report(
              "Assay: the first wrong step, found by a model",
              "A role of the loop as its service plays it, on solutions that people have labelled.",
              Instant.now(),
              BuildVersion.number(),
              Machine.here(),
              List.of(
                  new StudyOutcome.Measured(
                      NAME, "How well the first wrong step is found", seconds, findings))));
      report.write(
          ResultSummary.now(
              "./assay bench critics " + options, BuildVersion.number(), found.summary()));
    } catch (IOException e) {
      throw new SystemFailedException(
          "could not write to " + report.root() + ": " + e.getMessage(), e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.datasets.DatasetSources;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.StudyOutcome;
import java.util.List;

/** Runs a study as far as the data allow: what is missing or broken must not stop the others. */
public final class StudyRun {

  private static final double NANOS = 1e9;

  private StudyRun() {}

  public static StudyOutcome of(Study study, DatasetFolder data) {
    List<String> missing = study.files().stream().filter(file -> !data.has(file)).toList();
    if (!missing.isEmpty()) {
      return new StudyOutcome.Skipped(
          study.name(), study.title(), missing, missing.stream().map(DatasetSources::of).toList());
    }
    long start = System.nanoTime();
    try {
      Findings findings = study.run(data);
      double seconds = (System.nanoTime() - start) / NANOS;
      return new StudyOutcome.Measured(study.name(), study.title(), seconds, findings);
    } catch (BadDataException e) {
      return new StudyOutcome.Broken(study.name(), study.title(), String.valueOf(e.getMessage()));
    }
  }
}

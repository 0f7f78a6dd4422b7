// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.study;

import dev.assay.bench.data.BadDataException;
import dev.assay.bench.data.DataFolder;
import dev.assay.bench.report.Findings;
import dev.assay.bench.report.Outcome;
import java.util.List;

/** Runs a study as far as the data allow: what is missing or broken must not stop the others. */
public final class StudyRun {

  private static final double NANOS = 1e9;

  private StudyRun() {}

  public static Outcome of(Study study, DataFolder data) {
    List<String> missing = study.files().stream().filter(file -> !data.has(file)).toList();
    if (!missing.isEmpty()) {
      return new Outcome.Skipped(study.name(), study.title(), missing);
    }
    long start = System.nanoTime();
    try {
      Findings findings = study.run(data);
      double seconds = (System.nanoTime() - start) / NANOS;
      return new Outcome.Measured(study.name(), study.title(), seconds, findings);
    } catch (BadDataException e) {
      return new Outcome.Broken(study.name(), study.title(), String.valueOf(e.getMessage()));
    }
  }
}

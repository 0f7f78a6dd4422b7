// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Findings;
import java.util.List;

/** One question put to recorded outputs, or to a simulation, and answered in tables and curves. */
public interface Study {

  /** Its name on the command line and in files, such as {@code gsm8k_openai}. */
  String name();

  /** What it asks, as a heading. */
  String title();

  /** The files that it needs, below the data folder; none for a simulation. */
  List<String> files();

  /** Answers the question; the same data give the same findings. */
  Findings run(DatasetFolder data);

  /**
   * How each recorded text is read, a line of cells for each, so that two builds can be compared
   * row by row; none where nothing is read.
   */
  default List<List<String>> readings(DatasetFolder data) {
    return List.of();
  }
}

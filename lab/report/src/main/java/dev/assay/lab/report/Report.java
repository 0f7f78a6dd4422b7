// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.time.Instant;
import java.util.List;

/**
 * All that a run measured, and on what; as JSON it is {@code report.json}.
 *
 * @param title of the page
 * @param about says in a sentence or two where the figures are from
 * @param version of Assay
 */
public record Report(
    String title,
    String about,
    Instant finished,
    String version,
    Machine machine,
    List<StudyOutcome> studies) {

  public Report {
    studies = List.copyOf(studies);
  }
}

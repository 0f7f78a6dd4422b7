// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** What became of a study: a report that hides what it could not measure would be too good. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
public sealed interface StudyOutcome {

  /** The study's name on the command line. */
  String name();

  /** The study's heading. */
  String title();

  /**
   * It has findings.
   *
   * @param seconds that it took, reading included
   */
  @JsonTypeName("measured")
  record Measured(String name, String title, double seconds, Findings findings)
      implements StudyOutcome {}

  /**
   * Its data are not there.
   *
   * @param missing the files, below the data folder
   * @param sources of each of these, where it is published
   */
  @JsonTypeName("skipped")
  record Skipped(String name, String title, List<String> missing, List<String> sources)
      implements StudyOutcome {
    public Skipped {
      missing = List.copyOf(missing);
      sources = List.copyOf(sources);
      if (missing.size() != sources.size()) {
        throw new IllegalArgumentException(
            "sources: " + sources.size() + " (expected: one for each of " + missing.size() + ")");
      }
    }
  }

  /** Its data are not what they should be; the problem says where. */
  @JsonTypeName("broken")
  record Broken(String name, String title, String problem) implements StudyOutcome {}
}

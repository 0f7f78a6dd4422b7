// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import java.util.Optional;

/** What a reader must know before believing the figures that follow. */
@JsonTypeName("notice")
public record Notice(String text) implements ReportPart {

  /** Below this an interval is so wide, or so rough, that a difference says little. */
  private static final int FEW = 30;

  public Notice {
    Objects.requireNonNull(text, "text");
  }

  /**
   * A warning where a sample is small.
   *
   * @param what is counted, in the plural
   */
  public static Optional<Notice> ofSample(int count, String what) {
    return count >= FEW
        ? Optional.empty()
        : Optional.of(
            new Notice(
                "Only %d %s: too few to tell differences from chance. The intervals are wide, and where all or none are right they are not to be trusted. Measure %d or more."
                    .formatted(count, what, FEW)));
  }
}

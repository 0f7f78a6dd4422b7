// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/** Plain words about the figures around them. */
@JsonTypeName("paragraph")
public record Paragraph(String text) implements ReportPart {

  public Paragraph {
    Objects.requireNonNull(text, "text");
  }
}

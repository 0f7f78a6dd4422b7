// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.List;

/** What a study found, in the order in which a reader should meet it. */
public record Findings(List<ReportPart> parts) {

  public Findings {
    parts = List.copyOf(parts);
  }

  public static Findings of(ReportPart... parts) {
    return new Findings(List.of(parts));
  }
}

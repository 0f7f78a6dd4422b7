// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.study;

import java.util.List;

/** The studies that there are, in the order of the report. */
public final class Studies {

  private static final List<Study> ALL =
      List.of(
          new SolutionClaimsStudy(),
          new ProcessBenchStudy(),
          new ArithmeticMistakesStudy(),
          new ClaimLabelsStudy());

  private Studies() {}

  public static List<Study> all() {
    return ALL;
  }
}

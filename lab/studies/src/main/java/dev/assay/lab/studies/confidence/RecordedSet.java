// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.selection.calibration.LabelledOutcome;
import java.util.List;

/**
 * A named set of settled problems.
 *
 * @param name how the report calls it
 */
public record RecordedSet(String name, List<SettledCase> cases) {

  public RecordedSet {
    cases = List.copyOf(cases);
  }

  /** The outcomes that the product would learn from. */
  List<LabelledOutcome> outcomes() {
    return outcomes(cases, RawScore.KEPT);
  }

  static List<LabelledOutcome> outcomes(List<SettledCase> cases, RawScore score) {
    return cases.stream().map(each -> new LabelledOutcome(score.of(each), each.right())).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.risk.RiskControl;
import dev.assay.selection.risk.RiskThreshold;
import java.util.List;
import java.util.Optional;

/**
 * The answers that a threshold lets through.
 *
 * @param coverage their share of all answers
 * @param error the share of them that is wrong
 */
record SelectedRound(double coverage, double error) {

  /**
   * Sets the threshold on some outcomes and applies it to others.
   *
   * @return empty if there is no threshold or nothing reaches it
   */
  static Optional<SelectedRound> of(
      List<LabelledOutcome> fit, List<LabelledOutcome> others, double maxErrorRate) {
    RiskThreshold threshold = RiskControl.threshold(fit, maxErrorRate, RiskControl.DELTA);
    List<LabelledOutcome> given =
        others.stream().filter(each -> threshold.admits(each.score())).toList();
    long errors = given.stream().filter(each -> !each.right()).count();
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SelectedRound(
                (double) given.size() / others.size(), (double) errors / given.size()));
  }
}

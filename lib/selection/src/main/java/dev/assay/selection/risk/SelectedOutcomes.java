// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import dev.assay.selection.calibration.LabelledOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The outcomes that reach a score.
 *
 * @param count how many
 * @param errors how many of them are wrong
 */
record SelectedOutcomes(double score, int count, int errors) {

  /** One for each score that occurs, the highest score first: tied outcomes come together. */
  static List<SelectedOutcomes> byScore(List<LabelledOutcome> outcomes) {
    List<SelectedOutcomes> sets = new ArrayList<>();
    SelectedOutcomes last = new SelectedOutcomes(Double.POSITIVE_INFINITY, 0, 0);
    for (LabelledOutcome each : descending(outcomes)) {
      SelectedOutcomes next =
          new SelectedOutcomes(each.score(), last.count + 1, last.errors + (each.right() ? 0 : 1));
      if (!sets.isEmpty() && sets.getLast().score == next.score) {
        sets.removeLast();
      }
      sets.add(next);
      last = next;
    }
    return sets;
  }

  double errorRate() {
    return (double) errors / count;
  }

  private static List<LabelledOutcome> descending(List<LabelledOutcome> outcomes) {
    return outcomes.stream()
        .sorted(Comparator.comparingDouble(LabelledOutcome::score).reversed())
        .toList();
  }
}

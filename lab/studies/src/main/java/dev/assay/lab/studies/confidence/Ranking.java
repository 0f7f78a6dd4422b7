// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.selection.calibration.LabelledOutcome;
import java.util.Comparator;
import java.util.List;

/** How well a score puts right answers before wrong ones. */
public final class Ranking {

  private Ranking() {}

  /**
   * The area under the ROC curve: the probability that a right answer scores above a wrong one, a
   * tie counting half (Mann and Whitney 1947).
   *
   * @return one half where all are right or all are wrong
   */
  public static double auc(List<LabelledOutcome> outcomes) {
    List<LabelledOutcome> sorted =
        outcomes.stream().sorted(Comparator.comparingDouble(LabelledOutcome::score)).toList();
    double wrongBelow = 0;
    double pairs = 0;
    int from = 0;
    while (from < sorted.size()) {
      int to = from;
      int right = 0;
      while (to < sorted.size() && sorted.get(to).score() == sorted.get(from).score()) {
        right += sorted.get(to++).right() ? 1 : 0;
      }
      int wrong = to - from - right;
      pairs += right * (wrongBelow + wrong / 2.0);
      wrongBelow += wrong;
      from = to;
    }
    double all = wrongBelow * (sorted.size() - wrongBelow);
    return all == 0 ? 0.5 : pairs / all;
  }
}

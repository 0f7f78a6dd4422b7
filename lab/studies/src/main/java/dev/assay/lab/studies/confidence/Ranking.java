// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.selection.calibration.LabelledOutcome;
import java.util.List;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** How well a score puts right answers before wrong ones. */
public final class Ranking {

  private static final double EVEN = 0.5;

  private Ranking() {}

  /**
   * The area under the ROC curve: the probability that a right answer scores above a wrong one, a
   * tie counting half (Mann and Whitney 1947).
   *
   * @return one half where all are right or all are wrong
   */
  public static double auc(List<LabelledOutcome> outcomes) {
    double[] right = scores(outcomes, true);
    double[] wrong = scores(outcomes, false);
    double pairs = (double) right.length * wrong.length;
    return pairs == 0 ? EVEN : MannWhitneyUTest.withDefaults().statistic(right, wrong) / pairs;
  }

  private static double[] scores(List<LabelledOutcome> outcomes, boolean right) {
    return outcomes.stream()
        .filter(each -> each.right() == right)
        .mapToDouble(LabelledOutcome::score)
        .toArray();
  }
}

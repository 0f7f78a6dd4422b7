// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.judge;

import java.util.Arrays;
import java.util.List;

/**
 * The rule of Lail and Markham (arXiv 2604.13717): the candidate with the strictly highest mean of
 * k scores is chosen, and a tie for the highest mean is wrong.
 *
 * @param n items where every candidate has a score among the first k
 * @param right items where the right candidate is chosen
 * @param tied items where two or more candidates share the highest mean
 */
record PublishedRule(int n, int right, int tied) {

  private static final PublishedRule NONE = new PublishedRule(0, 0, 0);

  static PublishedRule of(List<JudgeItem> items, int k) {
    return items.stream().map(item -> of(item, k)).reduce(NONE, PublishedRule::plus);
  }

  double accuracy() {
    return (double) right / n;
  }

  private PublishedRule plus(PublishedRule other) {
    return new PublishedRule(n + other.n, right + other.right, tied + other.tied);
  }

  private static PublishedRule of(JudgeItem item, int k) {
    double[] means = Arrays.stream(item.scores()).mapToDouble(each -> mean(each, k)).toArray();
    if (Arrays.stream(means).anyMatch(Double::isNaN)) {
      return NONE;
    }
    double best = Arrays.stream(means).max().orElseThrow();
    boolean tied = Arrays.stream(means).filter(mean -> mean == best).count() > 1;
    return new PublishedRule(1, means[0] == best && !tied ? 1 : 0, tied ? 1 : 0);
  }

  /** NaN if all of the first k calls failed. */
  private static double mean(double[] scores, int k) {
    return Arrays.stream(scores)
        .limit(k)
        .filter(score -> !Double.isNaN(score))
        .average()
        .orElse(Double.NaN);
  }
}

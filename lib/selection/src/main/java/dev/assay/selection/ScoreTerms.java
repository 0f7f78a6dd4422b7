// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.selection.scoring.GroupSums;
import java.util.Objects;

/**
 * The numbers that the score of one group is made of, so that a reader can compute it again.
 *
 * @param answer how the first solution of the group writes it
 * @param score under the rule that decides
 * @param sums N_i, readable verdicts, pass rates and lengths
 * @param meanVerdict r, the mean of the readable verdicts
 * @param penalty {@code alpha * ln(N*M) / (readable + 1)}
 * @param pessimistic {@code r - penalty}, which decides on the status whatever the rule
 */
public record ScoreTerms(
    String answer,
    double score,
    GroupSums sums,
    double meanVerdict,
    double penalty,
    double pessimistic) {

  public ScoreTerms {
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(sums, "sums");
  }
}

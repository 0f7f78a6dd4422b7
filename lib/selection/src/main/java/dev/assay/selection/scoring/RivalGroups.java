// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

import dev.assay.selection.scoring.Posterior.Verdicts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The groups of a problem as rivals of one another.
 *
 * @param groups the sums of each
 * @param exclusion which of them exclude each other, by their places
 */
public record RivalGroups(List<GroupSums> groups, Exclusion exclusion) {

  /** The places of the groups that exclude this one. */
  public IntStream rivals(int chosen) {
    return IntStream.range(0, groups.size())
        .filter(other -> other != chosen && exclusion.between(chosen, other));
  }

  /** The probability that this group's answer is right. */
  public double posterior(VerifierPrior prior, int chosen) {
    List<Verdicts> against =
        rivals(chosen).mapToObj(rival -> Verdicts.feared(groups.get(rival))).toList();
    return new Posterior(prior).of(Verdicts.read(groups.get(chosen)), against);
  }

  /**
   * Whether the verdicts leave no doubt of this answer: its posterior suffices, and no other group
   * is scored alike, of which it may be unknown whether it says the same; chance would choose
   * between them.
   */
  public boolean convinces(VerifierPrior prior, ScoringRules scoring, int chosen) {
    return !tied(scoring, chosen) && Posterior.suffices(posterior(prior, chosen));
  }

  /** Whether another group has the same pessimistic score. */
  public boolean tied(ScoringRules scoring, int chosen) {
    double score = pessimistic(scoring, chosen);
    return IntStream.range(0, groups.size())
        .anyMatch(
            other ->
                other != chosen && ScoringRules.compare(pessimistic(scoring, other), score) == 0);
  }

  private double pessimistic(ScoringRules scoring, int group) {
    GroupSums sums = groups.get(group);
    return scoring.pessimistic(sums.meanVerdict(), sums.readable());
  }
}

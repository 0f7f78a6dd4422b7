// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.SelectionRule;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of answer groups under every rule. Groups are scored together, as some rules look at
 * all of them.
 */
final class Scores {

  /** A shorter mean length would make the logarithm 0 or negative. */
  private static final double LEAST_TOKENS = 2;

  /** Sums of the same numbers in another order differ by less; such scores are ties. */
  private static final double RESOLUTION = 1e-9;

  private final List<Group> groups;
  private final double alpha;
  private final int asked;
  private final boolean anyAccepted;

  /**
   * @param attempts N, as planned: what a deadline cut off must not make the penalty smaller
   * @param verifications M, the verdicts asked for each solution
   */
  Scores(List<Group> groups, int attempts, int verifications, double alpha) {
    this.groups = List.copyOf(groups);
    this.alpha = alpha;
    this.asked = attempts * verifications;
    this.anyAccepted = groups.stream().anyMatch(group -> group.accepted() > 0);
  }

  Map<SelectionRule, Double> of(Group group) {
    Map<SelectionRule, Double> scores = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      scores.put(rule, of(group, rule));
    }
    return scores;
  }

  double of(Group group, SelectionRule rule) {
    return switch (rule) {
      case PESSIMISTIC -> pessimistic(group);
      case VERIFIER_VOTING -> group.sumOfPassRates();
      case BEST_OF_N -> group.bestPassRate();
      case MAJORITY -> group.size();
      case SHORTEST_MAJORITY -> shortestMajority(group);
      case ACCEPTED_MAJORITY -> anyAccepted ? group.accepted() : group.size();
    };
  }

  /**
   * The groups, best first. Ties go to the group with the higher verifier voting, then the larger,
   * then the one whose first attempt is earlier, so that the same evidence gives the same answer.
   */
  List<Group> ranked(SelectionRule rule) {
    return groups.stream()
        .sorted(
            Comparator.<Group>comparingLong(group -> -rounded(of(group, rule)))
                .thenComparing(group -> -rounded(group.sumOfPassRates()))
                .thenComparing(group -> -group.size())
                .thenComparing(Group::firstAttempt))
        .toList();
  }

  /**
   * Heimdall's pessimistic selection (arXiv 2504.10337): the mean verdict of the group, less {@code
   * alpha * ln(N*M) / (N_i*M + 1)}.
   *
   * <p>Some verdicts cannot be read. The mean is over the readable ones, the logarithm counts every
   * verdict planned, over all attempts, and the denominator counts the readable ones of the group:
   * a verifier that dies makes the penalty larger and never smaller. Losing a pass (a verdict of
   * score 1) so never raises a score, and no group is below one without readable verdicts.
   */
  private double pessimistic(Group group) {
    return group.meanVerdict() - alpha * Math.log(asked) / (group.readable() + 1);
  }

  /** Shortest majority vote (arXiv 2502.12215): {@code N_i / ln(mean length)}. */
  private static double shortestMajority(Group group) {
    return group.size() / Math.log(Math.max(group.meanTokens(), LEAST_TOKENS));
  }

  private static long rounded(double score) {
    return Math.round(score / RESOLUTION);
  }
}

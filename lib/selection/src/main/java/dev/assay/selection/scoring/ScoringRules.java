// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import java.util.Comparator;
import java.util.List;

/**
 * The formulas of the rules, and the order that they put groups in.
 *
 * @param attempts N, as planned: what a deadline cut off must not make the penalty smaller
 * @param verifications M, the verdicts planned for each solution; 0 where there is no verifier
 * @param alpha weight of the penalty in pessimistic selection
 */
public record ScoringRules(int attempts, int verifications, double alpha) {

  /** A shorter mean length would make the logarithm 0 or negative. */
  private static final double LEAST_TOKENS = 2;

  /** Sums of the same numbers in another order differ by less; such scores are ties. */
  private static final double RESOLUTION = 1e-9;

  public ScoringRules {
    if (attempts < 1 || verifications < 0 || !(alpha >= 0)) {
      throw new IllegalArgumentException(
          "scoring: attempts %d, verifications %d, alpha %s (expected: at least 1, 0 and 0)"
              .formatted(attempts, verifications, alpha));
    }
  }

  public static ScoringRules of(Policy policy) {
    return new ScoringRules(policy.attempts(), policy.verifications(), policy.alpha());
  }

  /**
   * The score of a group under a rule, as {@link SelectionRule} describes it.
   *
   * @param anyAccepted whether the critic accepted any solution of the problem
   */
  public double of(GroupSums group, SelectionRule rule, boolean anyAccepted) {
    return switch (rule) {
      case PESSIMISTIC -> pessimistic(group.meanVerdict(), group.readable());
      case VERIFIER_VOTING -> group.sumOfPassRates();
      case BEST_OF_N -> group.bestPassRate();
      case MAJORITY -> group.size();
      case SHORTEST_MAJORITY -> shortestMajority(group.size(), group.meanTokens());
      case ACCEPTED_MAJORITY -> anyAccepted ? group.accepted() : group.size();
    };
  }

  /**
   * Heimdall's pessimistic selection (arXiv 2504.10337): the mean verdict of the group, less {@link
   * #penalty}.
   */
  public double pessimistic(double meanVerdict, int readable) {
    return meanVerdict - penalty(readable);
  }

  /**
   * {@code alpha * ln(N*M) / (N_i*M + 1)} (arXiv 2504.10337).
   *
   * <p>Some verdicts cannot be read. The mean is over the readable ones, the logarithm counts every
   * verdict planned, over all attempts, and the denominator counts the readable ones of the group:
   * a verifier that dies makes the penalty larger and never smaller. Losing a pass (a verdict of
   * score 1) so never raises a score, and no group is below one without readable verdicts.
   */
  public double penalty(int readable) {
    return alpha * Math.log(Math.max(1.0, (double) attempts * verifications)) / (readable + 1);
  }

  /** Shortest majority vote (arXiv 2502.12215): {@code N_i / ln(mean length)}. */
  public static double shortestMajority(int size, double meanTokens) {
    return size / Math.log(Math.max(meanTokens, LEAST_TOKENS));
  }

  /**
   * Best first. Ties go to the group with the higher verifier voting, then the larger, then the one
   * whose first attempt is earlier, so that the same evidence gives the same answer.
   */
  public Comparator<GroupSums> order(SelectionRule rule, boolean anyAccepted) {
    return (one, other) -> {
      int byScore = compare(of(other, rule, anyAccepted), of(one, rule, anyAccepted));
      return byScore == 0 ? tie(one, other) : byScore;
    };
  }

  /**
   * The place of the group that the rule chooses.
   *
   * @param groups at least one
   */
  public int best(List<GroupSums> groups, SelectionRule rule) {
    boolean anyAccepted = false;
    for (GroupSums group : groups) {
      anyAccepted |= group.accepted() > 0;
    }
    Comparator<GroupSums> order = order(rule, anyAccepted);
    int best = 0;
    for (int i = 1; i < groups.size(); i++) {
      if (order.compare(groups.get(i), groups.get(best)) < 0) {
        best = i;
      }
    }
    return best;
  }

  private static int tie(GroupSums one, GroupSums other) {
    int byVoting = compare(other.sumOfPassRates(), one.sumOfPassRates());
    int bySize = Integer.compare(other.size(), one.size());
    return byVoting != 0 ? byVoting : bySize != 0 ? bySize : one.first() - other.first();
  }

  /** As {@link Double#compare}, where scores closer than rounding can tell are equal. */
  public static int compare(double one, double other) {
    return Long.compare(Math.round(one / RESOLUTION), Math.round(other / RESOLUTION));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.Exclusion;
import dev.assay.selection.scoring.GroupSums;
import dev.assay.selection.scoring.RivalGroups;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.scoring.VerifierPrior;
import java.util.List;

/**
 * What is decided, and by which rule.
 *
 * @param scoring with N and M, the most attempts, and the most verdicts on each solution
 * @param prior what is believed of the verifier
 * @param exclusion which of the groups exclude each other
 */
public record SelectionCriterion(
    ScoringRules scoring,
    SelectionRule rule,
    VerifiedThreshold bar,
    VerifierPrior prior,
    Exclusion exclusion) {

  /** Where nothing was measured of the verifier, and different groups are different answers. */
  public SelectionCriterion(ScoringRules scoring, SelectionRule rule, VerifiedThreshold bar) {
    this(scoring, rule, bar, VerifierPrior.ASSUMED, Exclusion.ALL);
  }

  public static SelectionCriterion of(Policy policy, Exclusion exclusion) {
    return new SelectionCriterion(
        ScoringRules.of(policy),
        policy.rule(),
        VerifiedThreshold.of(policy),
        VerifierPrior.of(policy),
        exclusion);
  }

  /**
   * The group that the rule chooses on what has come so far.
   *
   * @param progress with at least one solution
   */
  public int winner(WorkState progress) {
    return outcome(GroupAccumulator.of(progress)).winner();
  }

  int attempts() {
    return scoring.attempts();
  }

  int verifications() {
    return scoring.verifications();
  }

  /** Whether a verdict can decide more than a tie. */
  boolean weighsVerdicts() {
    return switch (rule) {
      case PESSIMISTIC, VERIFIER_VOTING, BEST_OF_N -> true;
      case MAJORITY, SHORTEST_MAJORITY, ACCEPTED_MAJORITY -> false;
    };
  }

  /** The decision on this evidence, where there is any group. */
  Outcome outcome(GroupAccumulator accumulator) {
    List<GroupSums> groups = accumulator.sums();
    int winner = scoring.best(groups, rule);
    GroupSums sums = groups.get(winner);
    double pessimistic = scoring.pessimistic(sums.meanVerdict(), sums.readable());
    Status byScore = bar.status(sums, pessimistic, () -> true);
    boolean convinces =
        byScore == Status.VERIFIED
            && new RivalGroups(groups, exclusion).convinces(prior, scoring, winner);
    return new Outcome(
        winner, byScore == Status.VERIFIED && !convinces ? Status.UNCERTAIN : byScore, byScore);
  }

  /**
   * A decision: which group, and how far it can be trusted.
   *
   * @param byScore how far the scores alone would trust it
   */
  record Outcome(int winner, Status status, Status byScore) {

    /**
     * Whether this later decision is another one.
     *
     * <p>Rivals that may be yet to come are no reason to go on: how likely the answer is right
     * takes them into account already, and is expected to stay what it is, as probabilities are. So
     * where it suffices, only what the scores say can change.
     */
    boolean differs(Outcome before, boolean watchStatus) {
      Status later = before.status == Status.VERIFIED ? byScore : status;
      return winner != before.winner || (watchStatus && later != before.status);
    }
  }
}

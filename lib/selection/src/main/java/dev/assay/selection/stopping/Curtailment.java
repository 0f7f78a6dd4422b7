// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.stopping.SelectionCriterion.Outcome;
import java.util.List;

/**
 * Exact curtailment: whether any completion of the work, however unlikely, leads to another
 * decision than stopping now. The idea is that of curtailed sampling plans (Dodge and Romig 1929):
 * once the outcome is settled, the rest of the sample is not inspected.
 *
 * <p>The winner changes exactly if some rival, one that is there or one that is yet to come, can
 * outrank it. So each rival is given all the luck, and the winner none, with the attempts that are
 * left split between them in every way.
 */
final class Curtailment {

  private final SelectionCriterion criterion;
  private final ScoringRules scoring;

  Curtailment(SelectionCriterion criterion) {
    this.criterion = criterion;
    this.scoring = criterion.scoring();
  }

  boolean canChange(WorkState progress, Outcome now, boolean watchStatus) {
    List<ScoreRange> groups = ScoreRange.of(progress, criterion.verifications());
    ScoreRange winner = groups.get(now.winner());
    int left = criterion.attempts() - progress.attemptsEnded();
    boolean anyAccepted = groups.stream().anyMatch(group -> group.now().accepted() > 0);
    // One accepted solution ends the reign of the plain majority.
    if (criterion.rule() == SelectionRule.ACCEPTED_MAJORITY && !anyAccepted && left > 0) {
      return true;
    }
    return canBeOutranked(winner, groups, left, anyAccepted)
        || (watchStatus && statusCanChange(winner, groups, left, now.status()));
  }

  private boolean canBeOutranked(
      ScoreRange winner, List<ScoreRange> groups, int left, boolean anyAccepted) {
    for (int taken = 0; taken <= left; taken++) {
      double worst = lowest(winner, left - taken, anyAccepted);
      if (taken > 0 && outranks(ScoreRange.NONE, taken, winner, worst, anyAccepted)) {
        return true;
      }
      for (ScoreRange rival : groups) {
        if (rival.now().first() != winner.now().first()
            && outranks(rival, taken, winner, worst, anyAccepted)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean outranks(
      ScoreRange rival, int taken, ScoreRange winner, double worst, boolean anyAccepted) {
    int byScore = ScoringRules.compare(highest(rival, taken, anyAccepted), worst);
    if (byScore != 0) {
      return byScore > 0;
    }
    int byVoting = ScoringRules.compare(rival.votes().most() + taken, winner.votes().least());
    if (byVoting != 0) {
      return byVoting > 0;
    }
    int bySize = rival.size() + taken - winner.size();
    return bySize > 0 || (bySize == 0 && rival.now().first() < winner.now().first());
  }

  /**
   * The score of a group that wins {@code taken} more solutions, and passes in all that is left.
   */
  private double highest(ScoreRange group, int taken, boolean anyAccepted) {
    int size = group.size() + taken;
    return switch (criterion.rule()) {
      case PESSIMISTIC -> mostPessimistic(group, taken);
      case VERIFIER_VOTING -> group.votes().most() + taken;
      case BEST_OF_N -> taken > 0 ? 1 : group.best().most();
      case MAJORITY -> size;
      // The new solutions could be empty.
      case SHORTEST_MAJORITY ->
          ScoringRules.shortestMajority(size, (double) group.now().tokens() / size);
      case ACCEPTED_MAJORITY -> anyAccepted ? group.now().accepted() + taken : size;
    };
  }

  private double mostPessimistic(ScoreRange group, int taken) {
    int more = group.left() + taken * criterion.verifications();
    int readable = group.readable() + more;
    double mean = readable == 0 ? 0 : (group.passes() + more) / readable;
    return scoring.pessimistic(mean, readable);
  }

  /**
   * The score of a group that may win {@code offered} more solutions, where it fails all it can.
   */
  private double lowest(ScoreRange group, int offered, boolean anyAccepted) {
    return switch (criterion.rule()) {
      case PESSIMISTIC -> leastPessimistic(group, offered);
      case VERIFIER_VOTING -> group.votes().least();
      case BEST_OF_N -> group.best().least();
      case MAJORITY -> group.size();
      case SHORTEST_MAJORITY -> leastShortest(group, offered);
      case ACCEPTED_MAJORITY -> anyAccepted ? group.now().accepted() : group.size();
    };
  }

  /**
   * The least of {@code passes / x - c / (x + 1)} over the verdicts x that could be readable when
   * all new ones fail. The slope changes its sign once, from falling to rising, where {@code (x +
   * 1) / x = sqrt(c / passes)}, so the least is there or at an end.
   */
  private double leastPessimistic(ScoreRange group, int offered) {
    int from = group.readable();
    int to = from + group.left() + offered * criterion.verifications();
    double ratio = Math.sqrt(scoring.penalty(0) / group.passes());
    double turn = ratio > 1 ? Math.floor(1 / (ratio - 1)) : to;
    int middle = (int) Math.clamp(turn, from, to);
    return Math.min(
        Math.min(failing(group, from), failing(group, to)),
        Math.min(failing(group, middle), failing(group, Math.min(middle + 1, to))));
  }

  private double failing(ScoreRange group, int readable) {
    return scoring.pessimistic(readable == 0 ? 0 : group.passes() / readable, readable);
  }

  /** One endless solution more lowers the score most. */
  private static double leastShortest(ScoreRange group, int offered) {
    double now =
        ScoringRules.shortestMajority(group.size(), (double) group.now().tokens() / group.size());
    int size = group.size() + 1;
    double mean = ((double) group.now().tokens() + Integer.MAX_VALUE) / size;
    return offered == 0 ? now : Math.min(now, ScoringRules.shortestMajority(size, mean));
  }

  /**
   * Of the posterior no bound is taken: while any call is left, on whichever answer, it may rise as
   * far as it takes.
   */
  private boolean statusCanChange(
      ScoreRange winner, List<ScoreRange> groups, int attempts, Status now) {
    int more = winner.left() + attempts * criterion.verifications();
    boolean open = attempts > 0 || groups.stream().anyMatch(group -> group.left() > 0);
    VerifiedThreshold bar = criterion.bar();
    int readable = Math.max(1, winner.readable() + more);
    double highMean = (winner.passes() + more) / readable;
    boolean verified =
        mostPessimistic(winner, attempts) >= bar.verifiedFrom() && highMean >= bar.abstainBelow();
    boolean abstained = more > 0 && winner.passes() / readable < bar.abstainBelow();
    boolean uncertain =
        more > 0
            && (leastPessimistic(winner, attempts) < bar.verifiedFrom()
                || winner.readable() < bar.quorum() * readable);
    return open
        && switch (now) {
          case VERIFIED -> abstained || uncertain;
          case UNCERTAIN -> verified || abstained;
          case ABSTAINED, FAILED -> verified || (more > 0 && highMean >= bar.abstainBelow());
        };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionId;
import dev.assay.selection.stopping.AdaptiveStopping;
import dev.assay.selection.stopping.Plan;
import dev.assay.selection.stopping.Plan.Verify;
import dev.assay.selection.stopping.SelectionCriterion;
import dev.assay.selection.stopping.StoppingSettings;
import dev.assay.selection.stopping.VerificationState;
import dev.assay.selection.stopping.WorkState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the policy still wants, after what has been asked for.
 *
 * @param met whether it wants nothing more, not even what has been asked for and is on its way
 * @param attempts so many more
 * @param verdicts so many more on each of these solutions
 */
record OutstandingWork(boolean met, int attempts, Map<SolutionId, Integer> verdicts) {

  /** Four calls under way: with eight a clear case costs a third more, and is a wave sooner. */
  private static final StoppingSettings SETTINGS = new StoppingSettings(0.05, 4, 2, true, 500, 1);

  private static final OutstandingWork MET = new OutstandingWork(true, 0, Map.of());
  private static final OutstandingWork NOTHING_NEW = new OutstandingWork(false, 0, Map.of());

  /**
   * @param groups of the solutions that state an answer
   * @param criterion over these groups
   */
  static OutstandingWork of(
      Problem problem,
      Evidence evidence,
      List<AnswerGroupSums> groups,
      SelectionCriterion criterion) {
    if (evidence.complete(problem.policy())) {
      return MET;
    }
    return switch (problem.policy().stopping()) {
      case FIXED -> grid(problem.policy(), evidence);
      case ADAPTIVE -> adaptive(problem, evidence, groups, criterion);
    };
  }

  boolean nothing() {
    return attempts == 0 && verdicts.isEmpty();
  }

  /** All that is not asked for of N and M. */
  private static OutstandingWork grid(Policy policy, Evidence evidence) {
    Map<SolutionId, Integer> missing = new LinkedHashMap<>();
    for (FinalSolution solution : evidence.counted()) {
      int more = policy.verifications() - solution.verdicts().asked();
      if (more > 0) {
        missing.put(solution.id(), more);
      }
    }
    int attempts = Math.max(0, policy.attempts() - evidence.attemptsAsked());
    return new OutstandingWork(false, attempts, missing);
  }

  private static OutstandingWork adaptive(
      Problem problem,
      Evidence evidence,
      List<AnswerGroupSums> groups,
      SelectionCriterion criterion) {
    List<FinalSolution> answered = evidence.counted();
    WorkState progress = progress(evidence, groups);
    AdaptiveStopping stopping = new AdaptiveStopping(criterion, SETTINGS);
    return switch (stopping.next(progress, seed(problem, progress))) {
      case Plan.Stop _ -> MET;
      case Plan.Await _ -> NOTHING_NEW;
      case Plan.Ask(int attempts, List<Verify> verifications) -> {
        Map<SolutionId, Integer> verdicts = new LinkedHashMap<>();
        verifications.forEach(
            each -> verdicts.put(answered.get(each.solution()).id(), each.times()));
        yield new OutstandingWork(false, attempts, verdicts);
      }
    };
  }

  private static WorkState progress(Evidence evidence, List<AnswerGroupSums> groups) {
    Map<SolutionId, Integer> numbers = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (FinalSolution member : groups.get(i).members()) {
        numbers.put(member.id(), i);
      }
    }
    List<VerificationState> judged =
        evidence.counted().stream()
            .map(each -> judged(each, requireNonNull(numbers.get(each.id()))))
            .toList();
    int ended = evidence.solutions().size() + evidence.abandoned().size();
    return new WorkState(
        judged, Math.max(evidence.attemptsAsked(), ended), ended, attemptCalls(evidence));
  }

  private static double attemptCalls(Evidence evidence) {
    double mean =
        evidence.solutions().stream().mapToInt(each -> each.spent().calls()).average().orElse(1);
    return Math.max(1, mean);
  }

  private static VerificationState judged(FinalSolution solution, int group) {
    VerdictTally verdicts = solution.verdicts();
    return new VerificationState(
        group,
        Math.max(verdicts.asked(), verdicts.returned()),
        verdicts.returned(),
        verdicts.readable(),
        verdicts.passes(),
        solution.accepted(),
        solution.tokens());
  }

  /** The same evidence draws the same forecast, on whichever replica. */
  private static long seed(Problem problem, WorkState progress) {
    return problem.id().value().getLeastSignificantBits() + progress.calls();
  }
}

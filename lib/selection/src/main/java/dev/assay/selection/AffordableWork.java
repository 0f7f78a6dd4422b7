// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SolutionId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of the work that is wanted the budget pays for. First verdicts come before everything else,
 * then attempts, each with a call kept back for its own first verdict, then further verdicts, one
 * on each solution in turn: a solution without a verdict is worth little, whatever it cost.
 */
final class AffordableWork {

  private final RemainingBudget budget;
  private final Map<SolutionId, Integer> verdicts = new LinkedHashMap<>();
  private long left;
  private long kept;
  private int attempts;

  private AffordableWork(RemainingBudget budget) {
    this.budget = budget;
    this.left = budget.calls();
    this.kept = budget.keptBack();
  }

  /** The part of it that is asked for now. */
  static OutstandingWork of(
      OutstandingWork wanted, Policy policy, Evidence evidence, RemainingBudget budget) {
    if (policy.budget() == null || wanted.nothing()) {
      return wanted;
    }
    AffordableWork work = new AffordableWork(budget);
    work.take(wanted, evidence);
    if (work.attempts < wanted.attempts() && work.verdicts.isEmpty() && work.attempts == 0) {
      Map<SolutionId, Integer> more = oneMore(policy, evidence);
      work.takeFirstVerdicts(more, evidence);
      work.takeVerdicts(more, evidence);
    }
    return new OutstandingWork(false, work.attempts, work.verdicts);
  }

  /** Where an attempt is too dear, what is left is worth a verdict on those that there are. */
  private static Map<SolutionId, Integer> oneMore(Policy policy, Evidence evidence) {
    Map<SolutionId, Integer> more = new LinkedHashMap<>();
    if (WorkUnderWay.of(evidence).none()) {
      evidence.counted().stream()
          .filter(each -> each.verdicts().asked() < policy.verifications())
          .forEach(each -> more.put(each.id(), 1));
    }
    return more;
  }

  private void take(OutstandingWork wanted, Evidence evidence) {
    takeFirstVerdicts(wanted.verdicts(), evidence);
    takeAttempts(wanted.attempts(), evidence.attemptsAsked() == 0);
    takeVerdicts(wanted.verdicts(), evidence);
  }

  private void takeFirstVerdicts(Map<SolutionId, Integer> wanted, Evidence evidence) {
    for (FinalSolution solution : evidence.counted()) {
      if (solution.verdicts().asked() == 0
          && wanted.getOrDefault(solution.id(), 0) > 0
          && left >= budget.firstVerdictCalls()) {
        left -= budget.firstVerdictCalls();
        kept -= budget.firstVerdictCalls();
        verdicts.put(solution.id(), 1);
      }
    }
  }

  private void takeAttempts(int wanted, boolean first) {
    int each = budget.attemptCalls();
    while (attempts < wanted
        && (left - kept >= each + budget.firstVerdictCalls()
            // Without any there is nothing to give a verdict on.
            || (first && attempts == 0 && left >= each))) {
      left -= each;
      kept += budget.firstVerdictCalls();
      attempts++;
    }
  }

  private void takeVerdicts(Map<SolutionId, Integer> wanted, Evidence evidence) {
    Map<SolutionId, Integer> missing = new HashMap<>(wanted);
    verdicts.forEach((id, taken) -> missing.merge(id, -taken, Integer::sum));
    boolean more = true;
    while (more) {
      more = false;
      for (FinalSolution solution : evidence.counted()) {
        boolean begun = solution.verdicts().asked() > 0 || verdicts.containsKey(solution.id());
        if (begun && missing.getOrDefault(solution.id(), 0) > 0 && left - kept > 0) {
          left--;
          missing.merge(solution.id(), -1, Integer::sum);
          verdicts.merge(solution.id(), 1, Integer::sum);
          more = true;
        }
      }
    }
  }
}

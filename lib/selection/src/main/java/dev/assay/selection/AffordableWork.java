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
    boolean idle = WorkUnderWay.of(evidence).none();
    work.take(wanted, evidence, idle);
    if (idle && work.nothing()) {
      work.takeWhatIsLeft(policy, evidence);
    }
    return new OutstandingWork(false, work.attempts, work.verdicts);
  }

  private boolean nothing() {
    return attempts == 0 && verdicts.isEmpty();
  }

  private void take(OutstandingWork wanted, Evidence evidence, boolean idle) {
    takeFirstVerdicts(wanted.verdicts(), evidence);
    takeAttempts(wanted.attempts(), idle && evidence.counted().isEmpty());
    takeVerdicts(wanted.verdicts(), evidence);
  }

  /**
   * Where nothing would be under way and what is wanted most is too dear, the rest is worth a
   * verdict on the solutions that there are.
   */
  private void takeWhatIsLeft(Policy policy, Evidence evidence) {
    Map<SolutionId, Integer> more = new LinkedHashMap<>();
    evidence.counted().stream()
        .filter(each -> each.verdicts().asked() < policy.verifications())
        .forEach(each -> more.put(each.id(), 1));
    takeFirstVerdicts(more, evidence);
    // Nothing is kept back for a first verdict that the rest does not pay for.
    kept = 0;
    takeVerdicts(more, evidence);
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

  /**
   * @param needed whether there is, and will be, nothing to give a verdict on without one
   */
  private void takeAttempts(int wanted, boolean needed) {
    int each = budget.attemptCalls();
    while (attempts < wanted
        && (left - kept >= each + budget.firstVerdictCalls()
            || (needed && attempts == 0 && left >= each))) {
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

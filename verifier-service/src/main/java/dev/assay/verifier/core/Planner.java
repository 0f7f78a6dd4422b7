// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.VerificationEvent;
import dev.assay.selection.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Asks for attempts and verdicts, and counts them in the transaction that wants them: so their
 * numbers, and with them the ids of the requests, are each given once.
 *
 * @param cause id of the event that led to the requests, or null if time did
 */
record Planner(OpenProblem open, Problem problem, @Nullable String cause) {

  void ask(Decision.Ask wanted) {
    askForAttempts(wanted.attempts());
    wanted.verdicts().forEach(this::askForVerdicts);
  }

  private void askForAttempts(int more) {
    int first = open.countAttempts(more);
    for (int k = first; k < first + more; k++) {
      open.publish(new AttemptEvent.Requested(problem, new AttemptId(problem.id(), k)), cause);
    }
  }

  private void askForVerdicts(SolutionId solution, int more) {
    OpenProblem.Counted counted = open.countVerdicts(solution, more);
    for (int m = counted.first(); m < counted.first() + more; m++) {
      open.publish(
          new VerificationEvent.Requested(problem, solution.verification(m), counted.outcome()),
          cause);
    }
  }
}

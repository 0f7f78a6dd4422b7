// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationId;
import dev.assay.selection.Decision;
import dev.assay.selection.Evidence;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for attempts and verdicts, and counts them in the transaction that wants them: so their
 * numbers, and with them the ids of the requests, are each given once.
 *
 * @param cause id of the event that led to the requests, or null if time did
 */
record Planner(OpenProblem open, Problem problem, @Nullable String cause) {

  /**
   * The evidence, with the attempts that have been asked for. Where nothing was counted, as by the
   * build before or where a topic is read again, that is every attempt up to the last that anything
   * has arrived of.
   */
  Evidence asked(Evidence evidence) {
    return open.planned() ? evidence : evidence.asking(uncounted(evidence));
  }

  void ask(Decision.Ask wanted, Evidence evidence) {
    askAgain(evidence);
    int first = open.countAttempts(wanted.attempts());
    IntStream.range(first, first + wanted.attempts()).forEach(this::askForAttempt);
    wanted.verdicts().forEach(this::askForVerdicts);
  }

  /**
   * Asks for the attempts that should have begun and left no trace, where nothing was counted:
   * whoever had to ask for them may not have come to it. If he had, the ids are the same, and what
   * comes twice counts once.
   */
  void askAgain(Evidence evidence) {
    if (open.planned()) {
      return;
    }
    int uncounted = uncounted(evidence);
    open.countAttempts(uncounted);
    IntStream.range(0, uncounted)
        .filter(attempt -> !evidence.begun().contains(attempt))
        .forEach(this::askForAttempt);
  }

  private int uncounted(Evidence evidence) {
    // Before a problem is known nobody can tell how many attempts are too many.
    SortedSet<Integer> begun = evidence.begun().headSet(problem.policy().attempts());
    return begun.isEmpty() ? 0 : begun.last() + 1;
  }

  private void askForAttempt(int number) {
    open.publish(new AttemptEvent.Requested(problem, new AttemptId(problem.id(), number)), cause);
  }

  private void askForVerdicts(SolutionId solution, int more) {
    OpenProblem.Counted counted = open.countVerdicts(solution, more);
    for (int m = counted.first(); m < counted.first() + more; m++) {
      open.publish(
          new VerificationEvent.Requested(
              problem, new VerificationId(solution, m), counted.outcome()),
          cause);
    }
  }
}

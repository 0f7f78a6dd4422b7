// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import static java.util.Objects.requireNonNull;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.ComparisonId;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationId;
import dev.assay.selection.AnswerPair;
import dev.assay.selection.Decision;
import dev.assay.selection.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for attempts and verdicts, and counts them in the transaction that wants them: so their
 * numbers, and with them the ids of the requests, are each given once.
 *
 * @param summarised whether a solution is reduced to its outcome before it is judged
 * @param cause id of the event that led to the requests, or null if time did
 */
record Planner(
    OpenProblem open, Problem problem, boolean summarised, Instant now, @Nullable String cause) {

  /** Of what is left of a problem's time an outcome may take this part. */
  private static final int SHARE = 2;

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

  /** Asks an arbiter about pairs of answers, each by the numbers of its attempts. */
  void compare(List<AnswerPair> pairs, Evidence evidence) {
    for (AnswerPair pair : pairs) {
      open.countComparison(pair);
      open.publish(
          new ComparisonEvent.Requested(
              problem,
              new ComparisonId(problem.id(), pair.one(), pair.other()),
              answer(evidence, pair.one()),
              answer(evidence, pair.other())),
          cause);
    }
  }

  private static String answer(Evidence evidence, int attempt) {
    return evidence.solutions().stream()
        .filter(each -> each.id().attempt().number() == attempt)
        .map(each -> requireNonNull(each.answer()))
        .findFirst()
        .orElseThrow();
  }

  /** Counted at once, so that the plan goes on from them; asked for when the outcome is there. */
  private void askForVerdicts(SolutionId solution, int more) {
    OpenProblem.Counted counted = open.countVerdicts(solution, more);
    switch (counted.outcome()) {
      case OutcomeState.Unasked _ when summarised -> askForOutcome(counted.solution());
      case OutcomeState.Unasked _ -> askForVerdicts(counted, null);
      case OutcomeState.Awaited _ -> {}
      case OutcomeState.Known(Outcome made) -> askForVerdicts(counted, made);
    }
  }

  private void askForOutcome(Solution solution) {
    open.countOutcome(solution.id());
    Duration share = Duration.between(now, problem.deadline()).dividedBy(SHARE);
    open.publish(new OutcomeEvent.Requested(problem.dueBy(now.plus(share)), solution), cause);
  }

  /**
   * Asks for verdicts that have been counted.
   *
   * @param made what they are to be on, or null for the solution as it is
   */
  void askForVerdicts(OpenProblem.Counted counted, @Nullable Outcome made) {
    Solution solution = counted.solution();
    for (int m = counted.first(); m < counted.first() + counted.count(); m++) {
      VerificationId verification = new VerificationId(solution.id(), m);
      open.publish(
          made == null
              ? new VerificationEvent.Requested(problem, verification, solution)
              : new VerificationEvent.Requested(
                  problem, verification, made.of(solution), made.covers()),
          cause);
    }
  }
}

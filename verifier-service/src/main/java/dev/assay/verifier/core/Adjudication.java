// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.MalformedEventException;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.ProblemEvent.Deleted;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Task;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationEvent;
import dev.assay.equality.answers.AnswerEquality;
import dev.assay.selection.AnswerPair;
import dev.assay.selection.Decision;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.Selection;
import dev.assay.selection.VerdictTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One problem while it is open: takes its events in, and decides what follows from them.
 *
 * @param equality compares answers that have no group yet
 * @param requests what may be asked for
 */
record Adjudication(
    OpenProblem open,
    Selection selection,
    AnswerEquality equality,
    Requests requests,
    Instant now) {

  /**
   * Calls end with their problem's deadline, and what they cost is reported then: as long as that
   * takes a problem is left open, so that it is on the answer's bill.
   */
  static final Duration LAST_REPORTS = Duration.ofMillis(500);

  /** What is not an attempt's end decides nothing; it is kept for the deadline. */
  static boolean decides(Event event) {
    return !(event instanceof Drafted
        || (event instanceof Criticised criticised && criticised.wantsRevision()));
  }

  /** The final solution that the event brings, with an answer that is to be compared. */
  static Optional<FinalSolution> finalSolution(Event event) {
    return event instanceof Criticised critique && decides(critique)
        ? Optional.of(
            new FinalSolution(
                    critique.solution().id(),
                    critique.solution().answer(),
                    critique.critique() instanceof Sound,
                    critique.solution().tokens(),
                    critique.spend().attempt(),
                    VerdictTally.NONE)
                .from(origin(critique)))
        : Optional.empty();
  }

  /** Takes in what the problem was opened for. */
  void take() {
    if (open.settled()) {
      return;
    }
    List<Event> fresh = open.fresh();
    fresh.forEach(this::enter);
    fresh.stream()
        .filter(Adjudication::decides)
        .reduce((_, last) -> last)
        .ifPresent(last -> decide(last.eventId()));
  }

  private void enter(Event event) {
    if (open.settled()) {
      return;
    }
    switch (event) {
      case Submitted(Problem problem) -> open.register(problem);
      case Cancelled cancelled -> cancel(cancelled);
      case Drafted draft -> keep(draft, draft.solution(), draft.spend());
      case Criticised critique when !decides(critique) ->
          keep(critique, critique.solution(), critique.spend());
      case Criticised critique -> end(critique);
      case Returned returned -> add(returned);
      case Abandoned abandoned -> {
        checkPlanned(abandoned.attempt());
        open.add(abandoned);
      }
      case Compared compared -> add(compared);
      case Summarised summarised -> add(summarised);
      case Deleted _,
          AttemptEvent _,
          VerificationEvent _,
          ComparisonEvent _,
          OutcomeEvent _,
          AnswerEvent _ ->
          throw new IllegalArgumentException(event.type() + " is no evidence");
    }
  }

  private void keep(Task event, Solution draft, Spend spend) {
    open.register(event.problem());
    checkPlanned(draft.id().attempt());
    open.keep(draft, spend.attempt());
  }

  private void add(Returned returned) {
    checkPlanned(returned.verification().solution().attempt());
    if (!open.expects(returned.verification())) {
      // Where a whole topic is read again, the verdict may come with what it is asked for upon.
      decide(returned.eventId());
      if (open.settled()) {
        return;
      }
      requireExpected(returned);
    }
    open.add(returned);
  }

  /** True of the two answers whoever asked; where a topic is read again, nobody has yet. */
  private void add(Compared compared) {
    checkPlanned(new AttemptId(compared.problemId(), compared.comparison().other()));
    open.add(compared);
  }

  private void add(Summarised summarised) {
    checkPlanned(summarised.solution().attempt());
    Optional<OpenProblem.Counted> waiting = open.add(summarised);
    if (waiting.isPresent() && open.problem().isPresent()) {
      planner(open.problem().get(), summarised.eventId())
          .askForVerdicts(waiting.get(), summarised.outcome());
    }
  }

  private void requireExpected(Returned returned) {
    if (!open.expects(returned.verification())) {
      throw new MalformedEventException(
          "verdict "
              + returned.verification()
              + ": nobody asked for it (expected: one of the verifications requested)");
    }
  }

  /**
   * What is not planned cannot have ended; of a problem that is not known nothing is planned yet.
   */
  private void checkPlanned(AttemptId attempt) {
    int most = open.problem().map(problem -> problem.policy().attempts()).orElse(Integer.MAX_VALUE);
    if (attempt.number() >= most) {
      throw new MalformedEventException(
          "attempt %d: not planned (expected: 0 to %d)".formatted(attempt.number(), most - 1));
    }
  }

  private void cancel(Cancelled cancelled) {
    open.register(cancelled.problem());
    open.settle(
        selection.cancelled(reckoned(cancelled.problem()), open.evidence(), now),
        cancelled.eventId());
  }

  private void end(Criticised critique) {
    open.register(critique.problem());
    checkPlanned(critique.solution().id().attempt());
    open.add(
        critique.solution().from(origin(critique)),
        critique.critique() instanceof Sound,
        critique.spend().attempt());
  }

  /** A critic that has not seen all makes no solution worth more. */
  private static ReplyOrigin origin(Criticised critique) {
    return Objects.requireNonNullElse(critique.solution().reply(), ReplyOrigin.UNKNOWN)
        .after(critique.reply());
  }

  /** Decides by what is known, since time has passed or a plan is missing. */
  void decide() {
    decide(null);
  }

  private void decide(@Nullable String cause) {
    if (open.settled() || open.problem().isEmpty()) {
      return;
    }
    Problem problem = open.problem().get();
    Evidence evidence = grouped(problem);
    Planner planner = planner(problem, cause);
    List<AnswerPair> uncompared = uncompared(problem, planner.asked(evidence));
    Evidence asked = planner.asked(evidence).comparing(uncompared);
    switch (selection.decide(reckoned(problem), asked, requests.summarised(), now)) {
      case Decision.Settle(Answer answer) when answer.late() && awaitsReports(problem) -> {}
      case Decision.Settle(Answer answer) -> open.settle(answer, cause);
      case Decision.Ask ask -> {
        planner.ask(ask, evidence);
        planner.compare(uncompared, evidence);
      }
      case Decision.Wait _ -> {
        planner.askAgain(evidence);
        planner.compare(uncompared, evidence);
      }
    }
  }

  private Planner planner(Problem problem, @Nullable String cause) {
    return new Planner(open, problem, requests.summarised(), now, cause);
  }

  /** What is asked at the deadline comes too late. */
  private List<AnswerPair> uncompared(Problem problem, Evidence evidence) {
    return requests.mostComparisons() > 0 && now.isBefore(problem.deadline())
        ? evidence.uncompared(Math.min(requests.mostComparisons(), affordable(problem, evidence)))
        : List.of();
  }

  /** Comparisons in all, those that were asked for before included. */
  private int affordable(Problem problem, Evidence evidence) {
    int spare = Selection.spareCalls(problem, evidence, requests.summarised());
    return (int) Math.min(Integer.MAX_VALUE, (long) evidence.comparisons().size() + spare);
  }

  /** An answer is compared with the others once, and its group is kept. */
  private Evidence grouped(Problem problem) {
    Evidence before = open.evidence();
    Evidence grouped = before.grouped(equality.to(problem.question()));
    open.group(grouped.regrouped(before));
    grouped.contradictions().forEach(open::contradict);
    return grouped;
  }

  private boolean awaitsReports(Problem problem) {
    return now.isBefore(problem.deadline().plus(LAST_REPORTS));
  }

  private Problem reckoned(Problem problem) {
    return problem.withVerificationsUpTo(requests.mostVerdicts());
  }
}

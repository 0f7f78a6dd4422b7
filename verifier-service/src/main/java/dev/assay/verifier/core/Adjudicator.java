// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.MalformedEventException;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Task;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.selection.Decision;
import dev.assay.selection.Selection;
import dev.assay.verifier.core.EvidenceStore.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what happens to problems, asks for the attempts and verdicts that the decision still
 * needs, and settles a problem as soon as its evidence allows: once, and for good.
 */
public final class Adjudicator {

  /**
   * Calls end with their problem's deadline, and what they cost is reported then: as long as that
   * takes a problem is left open, so that it is on the answer's bill.
   */
  private static final Duration LAST_REPORTS = Duration.ofMillis(500);

  private final EvidenceStore ledger;
  private final Selection selection;
  private final int mostVerdicts;
  private final InstantSource clock;

  /**
   * @param mostVerdicts how many verdicts on one solution are evidence of their own; where a policy
   *     allows more, they are neither asked for nor reckoned with
   */
  public Adjudicator(
      EvidenceStore ledger, Selection selection, int mostVerdicts, InstantSource clock) {
    this.ledger = ledger;
    this.selection = selection;
    this.mostVerdicts = mostVerdicts;
    this.clock = clock;
  }

  /** Takes in events of any problems, in order; those that it has seen before change nothing. */
  public void take(List<Event> events) {
    events.stream()
        .filter(Adjudicator::concernsUs)
        .collect(
            Collectors.groupingBy(
                event -> event.problemId().value(), TreeMap::new, Collectors.toList()))
        .forEach((id, ours) -> ledger.open(new ProblemId(id), page -> take(page, ours)));
  }

  /** The problems that {@link #settleIfDue} would settle now, or some of them. */
  public List<ProblemId> due() {
    return ledger.due(clock.instant().minus(LAST_REPORTS));
  }

  /** Settles the problem with what has arrived, if its deadline has come. */
  public void settleIfDue(ProblemId id) {
    ledger.openIfDue(id, clock.instant().minus(LAST_REPORTS), page -> decide(page, null));
  }

  /** Forgets the events of problems that have not arrived themselves for so long. */
  public void forgetStrays(Duration after) {
    Instant before = clock.instant().minus(after);
    ledger.forgetStrays(before);
  }

  private static boolean concernsUs(Event event) {
    return switch (event) {
      case Submitted _, Cancelled _, Drafted _, Criticised _, Returned _, Abandoned _ -> true;
      case AttemptEvent _, VerificationEvent _, AnswerEvent _ -> false;
    };
  }

  /** What is not an attempt's end decides nothing; it is kept for the deadline. */
  private static boolean decides(Event event) {
    return !(event instanceof Drafted
        || (event instanceof Criticised criticised && criticised.wantsRevision()));
  }

  private void take(Page page, List<Event> events) {
    if (page.settled()) {
      return;
    }
    List<Event> fresh = page.admit(events);
    fresh.forEach(event -> enter(page, event));
    fresh.stream()
        .filter(Adjudicator::decides)
        .reduce((_, last) -> last)
        .ifPresent(last -> decide(page, last.eventId()));
  }

  private void enter(Page page, Event event) {
    if (page.settled()) {
      return;
    }
    switch (event) {
      case Submitted(Problem problem) -> page.register(problem);
      case Cancelled cancelled -> cancel(page, cancelled);
      case Drafted draft -> keep(page, draft, draft.solution(), draft.spend());
      case Criticised critique when !decides(critique) ->
          keep(page, critique, critique.solution(), critique.spend());
      case Criticised critique -> end(page, critique);
      case Returned returned -> add(page, returned);
      case Abandoned abandoned -> {
        checkPlanned(page, abandoned.attempt());
        page.add(abandoned);
      }
      case AttemptEvent _, VerificationEvent _, AnswerEvent _ ->
          throw new IllegalArgumentException(event.type() + " is no evidence");
    }
  }

  private static void keep(Page page, Task event, Solution draft, Spend spend) {
    page.register(event.problem());
    checkPlanned(page, draft.id().attempt());
    page.keep(draft, spend.attempt());
  }

  private void add(Page page, Returned returned) {
    checkPlanned(page, returned.verification().solution().attempt());
    if (!page.expects(returned.verification())) {
      // Where a whole topic is read again, the verdict may come with what it is asked for upon.
      decide(page, returned.eventId());
      if (page.settled()) {
        return;
      }
      requireExpected(page, returned);
    }
    page.add(returned);
  }

  private static void requireExpected(Page page, Returned returned) {
    if (!page.expects(returned.verification())) {
      throw new MalformedEventException(
          "verdict "
              + returned.verification()
              + ": nobody asked for it (expected: one of the verifications requested)");
    }
  }

  /**
   * What is not planned cannot have ended; of a problem that is not known nothing is planned yet.
   */
  private static void checkPlanned(Page page, AttemptId attempt) {
    int most = page.problem().map(problem -> problem.policy().attempts()).orElse(Integer.MAX_VALUE);
    if (attempt.number() >= most) {
      throw new MalformedEventException(
          "attempt %d: not planned (expected: 0 to %d)".formatted(attempt.number(), most - 1));
    }
  }

  private void cancel(Page page, Cancelled cancelled) {
    page.register(cancelled.problem());
    page.settle(
        selection.cancelled(
            reckoned(cancelled.problem()), page.evidence(), page.asked(), clock.instant()),
        cancelled.eventId());
  }

  private static void end(Page page, Criticised critique) {
    page.register(critique.problem());
    checkPlanned(page, critique.solution().id().attempt());
    page.add(
        Outcome.of(critique.solution()),
        critique.critique() instanceof Sound,
        critique.spend().attempt());
  }

  private void decide(Page page, @Nullable String cause) {
    if (page.settled() || page.problem().isEmpty()) {
      return;
    }
    Problem problem = page.problem().get();
    switch (selection.decide(reckoned(problem), page.evidence(), page.asked(), clock.instant())) {
      case Decision.Settle(Answer answer) when answer.late() && awaitsReports(problem) -> {}
      case Decision.Settle(Answer answer) -> page.settle(answer, cause);
      case Decision.Ask(int attempts, Map<SolutionId, Integer> verdicts) -> {
        askForAttempts(page, problem, attempts, cause);
        verdicts.forEach((solution, more) -> askForVerdicts(page, problem, solution, more, cause));
      }
      case Decision.Wait _ -> {}
    }
  }

  private boolean awaitsReports(Problem problem) {
    return clock.instant().isBefore(problem.deadline().plus(LAST_REPORTS));
  }

  private Problem reckoned(Problem problem) {
    return problem.withVerificationsUpTo(mostVerdicts);
  }

  private static void askForAttempts(Page page, Problem problem, int more, @Nullable String cause) {
    int first = page.countAttempts(more);
    for (int k = first; k < first + more; k++) {
      page.publish(new AttemptEvent.Requested(problem, new AttemptId(problem.id(), k)), cause);
    }
  }

  private static void askForVerdicts(
      Page page, Problem problem, SolutionId solution, int more, @Nullable String cause) {
    Page.Counted counted = page.countVerdicts(solution, more);
    for (int m = counted.first(); m < counted.first() + more; m++) {
      page.publish(new Requested(problem, solution.verification(m), counted.outcome()), cause);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.ProblemEvent.Deleted;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Task;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationEvent;
import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.RememberedEquality;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes in what happens to problems, asks for the attempts and verdicts that the decision still
 * needs, and settles a problem as soon as its evidence allows: once, and for good.
 */
public final class Adjudicator {

  private final EvidenceStore store;
  private final Selection selection;
  private final AnswerEquality equality;
  private final Requests requests;
  private final InstantSource clock;

  /**
   * @param requests what may be asked for
   */
  public Adjudicator(
      EvidenceStore store,
      Selection selection,
      AnswerEquality equality,
      Requests requests,
      InstantSource clock) {
    this.store = store;
    this.selection = selection;
    this.equality = equality;
    this.requests = requests;
    this.clock = clock;
  }

  /** Takes in events of any problems, in order; those that it has seen before change nothing. */
  public void take(List<Event> events) {
    events.stream()
        .filter(Adjudicator::concernsUs)
        .collect(
            Collectors.groupingBy(
                event -> event.problemId().value(), TreeMap::new, Collectors.toList()))
        .forEach((id, ours) -> take(new ProblemId(id), ours));
  }

  private void take(ProblemId id, List<Event> events) {
    Optional<Deleted> deleted =
        events.stream().filter(Deleted.class::isInstance).map(Deleted.class::cast).findFirst();
    if (deleted.isPresent()) {
      store.delete(id, deleted.get().deletedAt());
      return;
    }
    AnswerEquality compared = compared(id, events);
    store.open(id, events, open -> adjudication(open, compared).take());
  }

  /** The problems that {@link #settleIfDue} would settle now, or some of them. */
  public List<ProblemId> due() {
    return store.due(overdue());
  }

  /** Settles the problem with what has arrived, if its deadline has come. */
  public void settleIfDue(ProblemId id) {
    AnswerEquality compared = compared(store.problem(id), store.read(id));
    store.openIfDue(id, overdue(), open -> adjudication(open, compared).decide());
  }

  private Instant overdue() {
    return clock.instant().minus(Adjudication.LAST_REPORTS);
  }

  /**
   * Problems that {@link #plan} would ask for attempts for, or some of them: those that the build
   * before had taken in, and left the asking to another service.
   */
  public List<ProblemId> unplanned() {
    return store.unplanned();
  }

  /** Asks for what the problem needs. */
  public void plan(ProblemId id) {
    AnswerEquality compared = compared(store.problem(id), store.read(id));
    store.open(id, List.of(), open -> adjudication(open, compared).decide());
  }

  /** Forgets the events of problems that have not arrived themselves for so long. */
  public void forgetStrays(Duration after) {
    Instant before = clock.instant().minus(after);
    store.forgetStrays(before);
  }

  private static boolean concernsUs(Event event) {
    return switch (event) {
      case Submitted _,
          Cancelled _,
          Deleted _,
          Drafted _,
          Criticised _,
          Returned _,
          Compared _,
          Summarised _,
          Abandoned _ ->
          true;
      case AttemptEvent _, VerificationEvent _, ComparisonEvent _, OutcomeEvent _, AnswerEvent _ ->
          false;
    };
  }

  private Adjudication adjudication(OpenProblem open, AnswerEquality compared) {
    return new Adjudication(open, selection, compared, requests, clock.instant());
  }

  /**
   * Compares the answers that these events bring before the problem is opened, which may take long
   * and would keep others from it. Whatever else has come by then is compared when it is open.
   */
  private AnswerEquality compared(ProblemId id, List<Event> events) {
    List<FinalSolution> arriving =
        events.stream().flatMap(event -> Adjudication.finalSolution(event).stream()).toList();
    Optional<Problem> problem = problem(events);
    return arriving.isEmpty() || problem.filter(Adjudicator::comparesAnswers).isEmpty()
        ? new RememberedEquality(equality)
        : compared(problem, store.read(id).with(arriving));
  }

  /** Where there is one answer only, there is nothing that it could be compared with. */
  private static boolean comparesAnswers(Problem problem) {
    return problem.policy().attempts() > 1;
  }

  /** Events that bring an answer bring its problem along. */
  private static Optional<Problem> problem(List<Event> events) {
    return events.stream()
        .flatMap(event -> event instanceof Task task ? Stream.of(task.problem()) : Stream.of())
        .findFirst();
  }

  private AnswerEquality compared(Optional<Problem> problem, Evidence evidence) {
    AnswerEquality remembered = new RememberedEquality(equality);
    problem.ifPresent(each -> evidence.grouped(remembered.to(each.question())));
    return remembered;
  }
}

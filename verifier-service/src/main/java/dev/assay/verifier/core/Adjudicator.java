// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Cancelled;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.selection.Decision;
import dev.assay.selection.Selection;
import dev.assay.verifier.core.Ledger.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what happens to problems, asks for verdicts on final solutions, and settles a problem as
 * soon as its evidence allows: once, and for good.
 */
public final class Adjudicator {

  private final Ledger ledger;
  private final Selection selection;
  private final InstantSource clock;

  public Adjudicator(Ledger ledger, Selection selection, InstantSource clock) {
    this.ledger = ledger;
    this.selection = selection;
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
    return ledger.due(clock.instant());
  }

  /** Settles the problem with what has arrived, if its deadline has come. */
  public void settleIfDue(ProblemId id) {
    ledger.openIfDue(id, clock.instant(), page -> decide(page, null));
  }

  /** Forgets the events of problems that have not arrived themselves for so long. */
  public void forgetStrays(Duration after) {
    Instant before = clock.instant().minus(after);
    ledger.forgetStrays(before);
  }

  /** A critique that wants a revision is refine-service's; it is not this attempt's end. */
  private static boolean concernsUs(Event event) {
    return switch (event) {
      case Criticised criticised -> !criticised.wantsRevision();
      case Submitted _, Cancelled _, Returned _, Abandoned _ -> true;
      case AttemptEvent _, SolutionEvent _, VerificationEvent _, AnswerEvent _ -> false;
    };
  }

  private void take(Page page, List<Event> events) {
    if (page.settled()) {
      return;
    }
    List<Event> fresh = page.admit(events);
    List<Criticised> finals = fresh.stream().flatMap(event -> enter(page, event)).toList();
    if (!fresh.isEmpty()) {
      decide(page, fresh.getLast().eventId());
    }
    // A problem that is settled by now needs no more verdicts.
    if (!page.settled()) {
      finals.forEach(critique -> askForVerdicts(page, critique));
    }
  }

  /** Keeps the event; the critique comes back if its solution is the final one of its attempt. */
  private Stream<Criticised> enter(Page page, Event event) {
    if (page.settled()) {
      return Stream.empty();
    }
    switch (event) {
      case Submitted(Problem problem) -> page.register(problem);
      case Cancelled cancelled -> cancel(page, cancelled);
      case Criticised critique -> {
        return end(page, critique) ? Stream.of(critique) : Stream.empty();
      }
      case Returned returned -> page.add(returned);
      case Abandoned abandoned -> page.add(abandoned);
      case AttemptEvent _, SolutionEvent _, VerificationEvent _, AnswerEvent _ ->
          throw new IllegalArgumentException(event.type() + " is no evidence");
    }
    return Stream.empty();
  }

  private void cancel(Page page, Cancelled cancelled) {
    page.register(cancelled.problem());
    page.settle(
        selection.cancelled(cancelled.problem(), page.evidence(), clock.instant()),
        cancelled.eventId());
  }

  private static boolean end(Page page, Criticised critique) {
    page.register(critique.problem());
    return page.add(
        critique.solution(), critique.critique() instanceof Sound, critique.spend().attempt());
  }

  private void decide(Page page, @Nullable String cause) {
    if (page.settled() || page.problem().isEmpty()) {
      return;
    }
    switch (selection.decide(page.problem().get(), page.evidence(), clock.instant())) {
      case Decision.Settle(Answer answer) -> page.settle(answer, cause);
      case Decision.Wait _ -> {}
    }
  }

  private static void askForVerdicts(Page page, Criticised critique) {
    Solution outcome = Outcome.of(critique.solution());
    if (outcome.answer() == null) {
      return;
    }
    for (int m = 0; m < critique.problem().policy().verifications(); m++) {
      page.publish(
          new Requested(critique.problem(), outcome.id().verification(m), outcome),
          critique.eventId());
    }
  }
}

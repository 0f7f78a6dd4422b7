// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.JudgedSolution;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Policy;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes sense of the events of one problem. They come in any order and may come again: what is read
 * from them depends on which there are, and on nothing else.
 */
public final class History {

  private final StoredProblem problem;
  private final TreeMap<Integer, AttemptRecord> attempts = new TreeMap<>();
  private @Nullable Answer answer;

  public History(StoredProblem problem) {
    this.problem = problem;
    this.answer = problem.answer();
  }

  /** The history of a problem in one go. */
  public static History of(StoredProblem problem, List<RecordedEvent> events) {
    History history = new History(problem);
    events.forEach(each -> history.add(each.event()));
    return history;
  }

  public void add(Event event) {
    switch (event) {
      case ProblemEvent.Submitted _, ProblemEvent.Cancelled _ -> {}
      case AttemptEvent.Requested requested -> attempt(requested.attempt());
      case Drafted drafted -> attempt(drafted.solution().id().attempt()).add(drafted);
      case Criticised criticised -> attempt(criticised.solution().id().attempt()).add(criticised);
      case VerificationEvent.Requested asked ->
          attempt(asked.verification().solution().attempt()).add(asked);
      case Returned returned -> attempt(returned.verification().solution().attempt()).add(returned);
      case Abandoned abandoned -> attempt(abandoned.attempt()).add(abandoned);
      case AnswerEvent.Settled settled -> {
        if (answer == null) {
          answer = settled.answer();
        }
      }
    }
  }

  private AttemptRecord attempt(AttemptId id) {
    return attempts.computeIfAbsent(id.number(), AttemptRecord::new);
  }

  public boolean settled() {
    return answer != null;
  }

  /** The answer, or null while the problem is open. */
  public @Nullable Answer answer() {
    return answer;
  }

  public Progress progress() {
    return new Progress(
        planned(),
        (int) attempts.values().stream().filter(each -> each.at(0) != null).count(),
        solutions(each -> each.critique != null),
        (int) attempts.values().stream().mapToLong(History::refinements).sum(),
        (int) attempts.values().stream().filter(AttemptRecord::isAbandoned).count(),
        solutions(SolutionRecord::isFinal),
        sum(each -> each.verdicts.size()),
        verdictsExpected(),
        usage());
  }

  private int planned() {
    return Math.max(policy().firstAttempts(), attempts.size());
  }

  private Policy policy() {
    return problem.problem().policy();
  }

  private static long refinements(AttemptRecord attempt) {
    return attempt.solutions().stream()
        .filter(each -> each.draft != null && each.draft.solution().id().revision() > 0)
        .count();
  }

  private int solutions(Predicate<SolutionRecord> which) {
    return sum(each -> which.test(each) ? 1 : 0);
  }

  private int sum(ToIntFunction<SolutionRecord> of) {
    return attempts.values().stream().flatMap(each -> each.solutions().stream()).mapToInt(of).sum();
  }

  /**
   * While the problem is open, attempts that may still end well are counted in full; where it may
   * stop early nobody knows how many verdicts will be asked for.
   */
  private int verdictsExpected() {
    int asked = sum(each -> each.requested);
    if (settled() || stopsEarly()) {
      return Math.max(asked, sum(each -> each.verdicts.size()));
    }
    long fruitless =
        attempts.values().stream()
            .filter(each -> each.isAbandoned() || each.isUnanswered())
            .count();
    int wanted = (planned() - (int) fruitless) * policy().verifications();
    return Math.max(asked, wanted);
  }

  private boolean stopsEarly() {
    return policy().stopping() == Stopping.ADAPTIVE;
  }

  private Usage usage() {
    return attempts.values().stream().map(AttemptRecord::usage).reduce(Usage.NONE, Usage::plus);
  }

  public Evidence evidence() {
    return new Evidence(
        problem.problem().id(),
        problem.problem().question(),
        complete(),
        answer,
        attempts.values().stream().map(AttemptRecord::evidence).toList(),
        usage());
  }

  /** Whether everything that the answer counts has been heard of. */
  public boolean complete() {
    return answer != null && covers(answer);
  }

  private boolean covers(Answer settled) {
    long abandoned = attempts.values().stream().filter(AttemptRecord::isAbandoned).count();
    long unanswered = attempts.values().stream().filter(AttemptRecord::isUnanswered).count();
    return abandoned >= settled.abandoned()
        && unanswered >= settled.unanswered()
        && settled.groups().stream()
            .flatMap(group -> group.solutions().stream())
            .allMatch(each -> covers(each, settled.late() || stopsEarly()));
  }

  /**
   * @param cutShort the verdicts that were asked for need not all have come, and some never will
   */
  private boolean covers(JudgedSolution judged, boolean cutShort) {
    AttemptRecord attempt = attempts.get(judged.id().attempt().number());
    SolutionRecord solution = attempt == null ? null : attempt.at(judged.id().revision());
    return solution != null
        && solution.draft != null
        && solution.critique != null
        && solution.readable() >= judged.readable()
        && (cutShort || solution.verdicts.size() >= judged.asked());
  }
}

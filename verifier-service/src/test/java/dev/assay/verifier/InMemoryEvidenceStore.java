// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationId;
import dev.assay.equality.answers.MathEquality;
import dev.assay.selection.Abandonment;
import dev.assay.selection.Assurance;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.GroupMembership;
import dev.assay.selection.Selection;
import dev.assay.selection.VerdictTally;
import dev.assay.verifier.core.Adjudicator;
import dev.assay.verifier.core.EvidenceStore;
import dev.assay.verifier.core.OpenProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The evidence on one problem, in memory; what it publishes can be looked at. */
final class InMemoryEvidenceStore implements EvidenceStore, OpenProblem {

  final List<Event> published = new ArrayList<>();
  @Nullable Answer answer;

  private final Map<SolutionId, Solution> solutions = new LinkedHashMap<>();
  private final Map<SolutionId, List<Returned>> verdicts = new HashMap<>();
  private final Map<SolutionId, Integer> asked = new HashMap<>();
  private final Map<SolutionId, GroupMembership> groups = new HashMap<>();
  private @Nullable Problem problem;
  private final List<Abandonment> abandoned = new ArrayList<>();
  private boolean planned;
  private int attempts;

  /**
   * Has these events taken in, as they are where no verifier was calibrated.
   *
   * @param mostVerdicts on one solution that are evidence of their own
   */
  void take(int mostVerdicts, Event... events) {
    Selection selection = new Selection(Assurance.NONE);
    new Adjudicator(this, selection, new MathEquality(), mostVerdicts, InstantSource.system())
        .take(List.of(events));
  }

  @Override
  public void open(ProblemId id, Consumer<OpenProblem> work) {
    work.accept(this);
  }

  @Override
  public void openIfDue(ProblemId id, Instant now, Consumer<OpenProblem> work) {
    work.accept(this);
  }

  @Override
  public Evidence read(ProblemId id) {
    return evidence();
  }

  @Override
  public List<ProblemId> due(Instant now) {
    return List.of();
  }

  @Override
  public List<ProblemId> unplanned() {
    return List.of();
  }

  @Override
  public void forgetStrays(Instant firstSeenBefore) {
    // Memory is not short.
  }

  @Override
  public boolean settled() {
    return answer != null;
  }

  @Override
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public Optional<Problem> problem(ProblemId id) {
    return problem();
  }

  @Override
  public List<Event> admit(List<Event> events) {
    return events;
  }

  @Override
  public void register(Problem arrived) {
    if (problem != null) {
      return;
    }
    problem = arrived;
  }

  @Override
  public void add(Solution outcome, boolean accepted, Usage spent) {
    solutions.put(outcome.id(), outcome);
  }

  @Override
  public void keep(Solution draft, Usage spent) {
    // These problems are not overdue.
  }

  @Override
  public boolean expects(VerificationId verification) {
    return !solutions.containsKey(verification.solution())
        || asked.getOrDefault(verification.solution(), 0) > verification.number();
  }

  @Override
  public void add(Returned verdict) {
    verdicts
        .computeIfAbsent(verdict.verification().solution(), _ -> new ArrayList<>())
        .add(verdict);
  }

  @Override
  public void add(Abandoned attempt) {
    abandoned.add(new Abandonment(attempt.attempt(), attempt.reason(), attempt.spent()));
  }

  @Override
  public Evidence evidence() {
    return new Evidence(
        attempts, solutions.values().stream().map(this::judged).toList(), abandoned);
  }

  private FinalSolution judged(Solution solution) {
    List<Returned> returned = verdicts.getOrDefault(solution.id(), List.of());
    VerdictTally tally = VerdictTally.of(returned.stream().map(Returned::verdict).toList());
    Usage usage = returned.stream().map(Returned::usage).reduce(Usage.NONE, Usage::plus);
    return new FinalSolution(
        solution.id(),
        solution.answer(),
        groups.get(solution.id()),
        true,
        solution.tokens(),
        Usage.NONE,
        new VerdictTally(
            asked.getOrDefault(solution.id(), 0),
            tally.returned(),
            tally.readable(),
            tally.passes(),
            usage));
  }

  @Override
  public void group(Collection<FinalSolution> grouped) {
    grouped.forEach(
        each -> groups.put(each.id(), Optional.ofNullable(each.membership()).orElseThrow()));
  }

  @Override
  public boolean planned() {
    return planned;
  }

  @Override
  public int countAttempts(int more) {
    planned = true;
    attempts += more;
    return attempts - more;
  }

  @Override
  public Counted countVerdicts(SolutionId solution, int more) {
    int first = asked.getOrDefault(solution, 0);
    asked.put(solution, first + more);
    return new Counted(first, Optional.ofNullable(solutions.get(solution)).orElseThrow());
  }

  @Override
  public void settle(Answer settled, @Nullable String causedBy) {
    answer = settled;
  }

  @Override
  public void publish(Event event, @Nullable String causedBy) {
    published.add(event);
  }
}

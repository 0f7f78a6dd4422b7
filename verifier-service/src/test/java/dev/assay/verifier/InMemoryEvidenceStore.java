// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationId;
import dev.assay.equality.answers.MathEquality;
import dev.assay.selection.Abandonment;
import dev.assay.selection.AnswerPair;
import dev.assay.selection.ArbiterComparison;
import dev.assay.selection.Assurance;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.GroupMembership;
import dev.assay.selection.Selection;
import dev.assay.selection.VerdictSigns;
import dev.assay.selection.VerdictTally;
import dev.assay.verifier.core.Adjudicator;
import dev.assay.verifier.core.EvidenceStore;
import dev.assay.verifier.core.OpenProblem;
import dev.assay.verifier.core.OutcomeState;
import dev.assay.verifier.core.Requests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence on one problem, in memory; what it publishes can be looked at. */
final class InMemoryEvidenceStore implements EvidenceStore, OpenProblem {

  final List<Event> published = new ArrayList<>();
  @Nullable Answer answer;

  private final Map<SolutionId, Solution> solutions = new LinkedHashMap<>();
  private final Map<SolutionId, Usage> costs = new HashMap<>();
  private final Map<Integer, FinalSolution> drafts = new HashMap<>();
  private final Map<SolutionId, List<Returned>> verdicts = new HashMap<>();
  private final Map<SolutionId, Integer> asked = new HashMap<>();
  private final Map<SolutionId, GroupMembership> groups = new HashMap<>();
  private final Map<SolutionId, @Nullable Integer> repeats = new HashMap<>();
  private @Nullable Problem problem;
  private final List<Abandonment> abandoned = new ArrayList<>();
  private final Set<String> admitted = new HashSet<>();
  private final Map<AnswerPair, ArbiterComparison> comparisons = new LinkedHashMap<>();
  private final Map<SolutionId, OutcomeState> outcomes = new HashMap<>();
  final Set<AnswerPair> contradictions = new HashSet<>();
  private List<Event> fresh = List.of();
  private boolean planned;
  private int attempts;

  /**
   * Has these events taken in, as they are where no verifier was calibrated.
   *
   * @param mostVerdicts on one solution that are evidence of their own
   */
  void take(int mostVerdicts, Event... events) {
    take(Requests.verdicts(mostVerdicts), events);
  }

  /** The same, by somebody who may ask for all this. */
  void take(Requests requests, Event... events) {
    Selection selection = new Selection(Assurance.NONE);
    new Adjudicator(this, selection, new MathEquality(), requests, InstantSource.system())
        .take(List.of(events));
  }

  @Override
  public void open(ProblemId id, List<Event> events, Consumer<OpenProblem> work) {
    fresh = events.stream().filter(event -> admitted.add(event.eventId())).toList();
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
  public void delete(ProblemId id, Instant at) {
    throw new UnsupportedOperationException("these problems are kept");
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
  public List<Event> fresh() {
    return fresh;
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
    costs.put(outcome.id(), spent);
  }

  @Override
  public void keep(Solution draft, Usage spent) {
    FinalSolution kept =
        new FinalSolution(
            draft.id(), draft.answer(), false, draft.tokens(), spent, VerdictTally.NONE);
    drafts.merge(
        kept.id().attempt().number(),
        kept,
        (one, other) -> one.id().revision() < other.id().revision() ? other : one);
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
        attempts,
        solutions.values().stream().map(this::judged).toList(),
        abandoned,
        List.copyOf(drafts.values()),
        List.copyOf(comparisons.values()));
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
        costs.getOrDefault(solution.id(), Usage.NONE),
        new VerdictTally(
            asked.getOrDefault(solution.id(), 0),
            tally.returned(),
            tally.readable(),
            tally.passes(),
            usage,
            signs(returned)),
        Optional.ofNullable(solution.reply()).orElse(ReplyOrigin.UNKNOWN),
        repeats.get(solution.id()));
  }

  /** As the database has them, but for copies among verdicts. */
  private static VerdictSigns signs(List<Returned> returned) {
    List<ReplyOrigin> replies =
        returned.stream().map(Returned::reply).filter(Objects::nonNull).toList();
    List<String> unread =
        returned.stream()
            .map(each -> VerdictSigns.unread(each.verdict()))
            .filter(Objects::nonNull)
            .toList();
    return new VerdictSigns(
        0,
        unread.size(),
        (int)
            returned.stream()
                .filter(each -> each.forced() != null && each.verdict().readable())
                .count(),
        (int) replies.stream().filter(ReplyOrigin::truncated).count(),
        (int) replies.stream().filter(each -> each.stepsLeftOut() != null).count(),
        replies.stream()
            .map(ReplyOrigin::weights)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()),
        unread.isEmpty() ? null : unread.getLast());
  }

  @Override
  public void group(Collection<FinalSolution> grouped) {
    grouped.forEach(
        each -> {
          groups.put(each.id(), Optional.ofNullable(each.membership()).orElseThrow());
          repeats.put(each.id(), each.repeats());
        });
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
    return new Counted(
        first,
        more,
        Optional.ofNullable(solutions.get(solution)).orElseThrow(),
        outcomes.getOrDefault(solution, new OutcomeState.Unasked()));
  }

  @Override
  public void countComparison(AnswerPair pair) {
    comparisons.putIfAbsent(pair, ArbiterComparison.asked(pair));
  }

  @Override
  public void add(Compared compared) {
    AnswerPair pair = new AnswerPair(compared.comparison().one(), compared.comparison().other());
    comparisons.remove(pair);
    comparisons.put(
        pair, new ArbiterComparison(pair, true, compared.judgement(), compared.usage()));
  }

  @Override
  public void contradict(AnswerPair pair) {
    contradictions.add(pair);
  }

  @Override
  public void countOutcome(SolutionId solution) {
    outcomes.putIfAbsent(solution, new OutcomeState.Awaited());
  }

  @Override
  public Optional<Counted> add(Summarised summarised) {
    SolutionId id = summarised.solution();
    OutcomeState known = new OutcomeState.Known(summarised.outcome());
    boolean awaited = outcomes.put(id, known) instanceof OutcomeState.Awaited;
    return awaited
        ? Optional.of(new Counted(0, asked.getOrDefault(id, 0), solutions.get(id), known))
        : Optional.empty();
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

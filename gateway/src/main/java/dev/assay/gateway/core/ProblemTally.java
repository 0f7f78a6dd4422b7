// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.Policy;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationEvent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of one problem, so that its progress is known without reading them again. They
 * come in any order; each is to be added once. It holds no text, and what no policy allows is not
 * counted, so that its size has a bound.
 */
public final class ProblemTally {

  private final Policy policy;
  private final SortedMap<Integer, AttemptTally> attempts;

  /**
   * @param policy of the problem
   * @param attempts counted before, by number
   */
  public ProblemTally(Policy policy, Map<Integer, AttemptTally> attempts) {
    this.policy = policy;
    this.attempts = new TreeMap<>(attempts);
  }

  /** What is counted, by attempt. */
  public SortedMap<Integer, AttemptTally> attempts() {
    return Collections.unmodifiableSortedMap(attempts);
  }

  public void add(Event event) {
    switch (event) {
      case ProblemEvent _, AnswerEvent _, ComparisonEvent _, OutcomeEvent _ -> {}
      case AttemptEvent.Requested requested -> change(requested.attempt(), each -> each);
      case Drafted drafted -> add(drafted);
      case Criticised criticised -> add(criticised);
      case VerificationEvent.Requested asked ->
          change(asked.verification().solution(), SolutionTally::request);
      case Returned returned ->
          change(returned.verification().solution(), each -> each.plus(returned));
      case Compared compared ->
          change(
              new AttemptId(compared.problemId(), compared.comparison().one()),
              each -> each.compare(compared.usage()));
      case Summarised summarised -> change(summarised.solution(), each -> each.plus(summarised));
      case Abandoned abandoned ->
          change(abandoned.attempt(), each -> each.abandon().spent(abandoned.spent()));
    }
  }

  private void add(Drafted event) {
    SolutionId solution = event.solution().id();
    change(solution.attempt(), each -> each.spent(event.spend().attempt()));
    change(solution, SolutionTally::draft);
  }

  private void add(Criticised event) {
    SolutionId solution = event.solution().id();
    change(solution.attempt(), each -> each.spent(event.spend().attempt()));
    change(solution, each -> each.plus(event));
  }

  private void change(SolutionId id, UnaryOperator<SolutionTally> change) {
    if (id.revision() <= policy.revisions()) {
      change(id.attempt(), each -> each.at(id.revision(), change));
    }
  }

  private void change(AttemptId id, UnaryOperator<AttemptTally> change) {
    if (id.number() < policy.attempts()) {
      AttemptTally before = attempts.getOrDefault(id.number(), AttemptTally.NONE);
      attempts.put(id.number(), change.apply(before));
    }
  }

  /**
   * How far the work is.
   *
   * @param settled whether the problem is
   */
  public ProblemProgress progress(boolean settled) {
    return new ProblemProgress(
        planned(),
        count(each -> each.at(0) != null),
        sum(each -> each.criticised() ? 1 : 0),
        (int) attempts.values().stream().mapToLong(AttemptTally::refinements).sum(),
        count(AttemptTally::abandoned),
        sum(each -> each.finished() ? 1 : 0),
        sum(SolutionTally::verdicts),
        verdictsExpected(settled),
        usage());
  }

  private int planned() {
    return Math.max(policy.firstAttempts(), attempts.size());
  }

  private int count(Predicate<AttemptTally> which) {
    return (int) attempts.values().stream().filter(which).count();
  }

  private int sum(ToIntFunction<SolutionTally> of) {
    return attempts.values().stream()
        .flatMap(each -> each.solutions().values().stream())
        .mapToInt(of)
        .sum();
  }

  /**
   * While the problem is open, attempts that may still end well are counted in full; where it may
   * stop early nobody knows how many verdicts will be asked for.
   */
  private int verdictsExpected(boolean settled) {
    int asked = sum(SolutionTally::asked);
    if (settled || stopsEarly()) {
      return Math.max(asked, sum(SolutionTally::verdicts));
    }
    int fruitless = count(each -> each.abandoned() || each.unanswered());
    return Math.max(asked, (planned() - fruitless) * policy.verifications());
  }

  private boolean stopsEarly() {
    return policy.stopping() == Stopping.ADAPTIVE;
  }

  /**
   * Whether everything that the answer counts has been heard of. Where nothing was judged, drafts
   * are answered with whose critiques and verdicts may never come: then its bill tells.
   */
  public boolean covers(Answer answer) {
    boolean cutShort = answer.late() || stopsEarly();
    boolean billed =
        usage().calls() >= answer.usage().calls()
            && judged(answer).allMatch(each -> each.readable() == 0);
    return count(AttemptTally::abandoned) >= answer.work().abandoned()
        && count(AttemptTally::unanswered) >= answer.work().unanswered()
        && judged(answer)
            .allMatch(each -> knows(each) && (billed || coversVerdicts(each, cutShort)));
  }

  private static Stream<JudgedSolution> judged(Answer answer) {
    return answer.groups().stream().flatMap(group -> group.solutions().stream());
  }

  private boolean knows(JudgedSolution judged) {
    SolutionTally solution = heard(judged);
    return solution != null
        && solution.drafted()
        && copies(judged).stream().allMatch(copy -> attempts.containsKey(copy));
  }

  /**
   * @param cutShort the verdicts that were asked for need not all have come, and some never will
   */
  private boolean coversVerdicts(JudgedSolution judged, boolean cutShort) {
    SolutionTally solution = heard(judged);
    return solution != null
        && solution.criticised()
        && solution.readable() >= judged.readable()
        && (cutShort || solution.verdicts() >= judged.asked());
  }

  private @Nullable SolutionTally heard(JudgedSolution judged) {
    AttemptTally attempt = attempts.get(judged.id().attempt().number());
    return attempt == null ? null : attempt.at(judged.id().revision());
  }

  private Usage usage() {
    return attempts.values().stream().map(AttemptTally::usage).reduce(Usage.NONE, Usage::plus);
  }

  private static List<Integer> copies(JudgedSolution judged) {
    return judged.copies() == null ? List.of() : judged.copies();
  }
}

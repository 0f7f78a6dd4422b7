// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Policy;
import dev.assay.contracts.Usage;
import dev.assay.equality.answers.AnswerEquality;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that has arrived about a problem, in the order of its attempts.
 *
 * @param attemptsAsked attempts asked for, whether anything has arrived of them or not; numbered
 *     from 0
 * @param solutions at most one of each attempt
 * @param abandoned at most one of each attempt, and none of an attempt that has a solution
 * @param drafts the latest revision of each attempt that has no final solution (yet), as far as it
 *     is known
 * @param comparisons that an arbiter was asked for, in the order in which they were decided
 */
public record Evidence(
    int attemptsAsked,
    List<FinalSolution> solutions,
    List<Abandonment> abandoned,
    List<FinalSolution> drafts,
    List<ArbiterComparison> comparisons) {

  public Evidence {
    solutions = solutions.stream().sorted(Comparator.comparing(FinalSolution::attempt)).toList();
    List<Integer> solved = solutions.stream().map(FinalSolution::attempt).toList();
    // A redelivered task can both fail and succeed; then there is a solution, and it counts.
    abandoned =
        abandoned.stream()
            .filter(each -> !solved.contains(each.attempt().number()))
            .sorted(Comparator.comparing(each -> each.attempt().number()))
            .toList();
    drafts =
        drafts.stream()
            .filter(each -> !solved.contains(each.attempt()))
            .sorted(Comparator.comparing(FinalSolution::attempt))
            .toList();
    comparisons = List.copyOf(comparisons);
  }

  /** Where no arbiter was asked. */
  public Evidence(
      int attemptsAsked,
      List<FinalSolution> solutions,
      List<Abandonment> abandoned,
      List<FinalSolution> drafts) {
    this(attemptsAsked, solutions, abandoned, drafts, List.of());
  }

  /** Where nothing is known of attempts under way. */
  public Evidence(int attemptsAsked, List<FinalSolution> solutions, List<Abandonment> abandoned) {
    this(attemptsAsked, solutions, abandoned, List.of());
  }

  /** The same evidence, where so many attempts were asked for. */
  public Evidence asking(int attempts) {
    return new Evidence(attempts, solutions, abandoned, drafts, comparisons);
  }

  /** The same evidence, its solutions and drafts changed one by one. */
  Evidence map(UnaryOperator<FinalSolution> change) {
    return new Evidence(
        attemptsAsked,
        solutions.stream().map(change).toList(),
        abandoned,
        drafts.stream().map(change).toList(),
        comparisons);
  }

  /** The same evidence, where an arbiter was asked about these pairs too. */
  public Evidence comparing(List<AnswerPair> pairs) {
    Stream<ArbiterComparison> asked = pairs.stream().map(ArbiterComparison::asked);
    return with(Stream.concat(comparisons.stream(), asked).toList());
  }

  private Evidence with(List<ArbiterComparison> all) {
    return new Evidence(attemptsAsked, solutions, abandoned, drafts, all);
  }

  /** What there will be when a comparison has come back, with the groups that follow from it. */
  Evidence decided(ArbiterComparison decision) {
    Stream<ArbiterComparison> others =
        comparisons.stream().filter(each -> !each.pair().equals(decision.pair()));
    return with(Stream.concat(others, Stream.of(decision)).toList()).arbitrated();
  }

  private Evidence arbitrated() {
    return comparisons.isEmpty()
        ? this
        : new Evidence(
            attemptsAsked,
            withUnanswered(arbitration().solutions(), solutions),
            abandoned,
            drafts,
            comparisons);
  }

  private Arbitration arbitration() {
    return Arbitration.of(answered(), comparisons);
  }

  /**
   * Pairs of answers that an arbiter is still to be asked about, as nothing else tells if they are
   * one.
   *
   * @param most pairs in all, those that were asked about before included
   */
  public List<AnswerPair> uncompared(int most) {
    return answered().size() < 2
        ? List.of()
        : arbitration().unasked(comparisons, most - comparisons.size());
  }

  /** Comparisons under way of which it is open what they will say. */
  List<ArbiterComparison> openComparisons() {
    List<ArbiterComparison> underWay =
        comparisons.stream().filter(each -> !each.returned()).toList();
    if (underWay.isEmpty()) {
      return List.of();
    }
    Arbitration arbitration = arbitration();
    return underWay.stream().filter(each -> arbitration.isOpen(each.pair())).toList();
  }

  /** Decisions of an arbiter that contradict what stands, and change nothing. */
  public List<AnswerPair> contradictions() {
    return comparisons.isEmpty() ? List.of() : arbitration().contradictions();
  }

  /**
   * The same evidence, with every answer that can be selected in a group: those of the solutions,
   * or of the drafts where no solution states one. Those that have a group are not compared with
   * one another again. What an arbiter said of solutions' answers counts where nothing was
   * computed. Copies of solutions are marked.
   */
  public Evidence grouped(AnswerEquality equality) {
    return answered().isEmpty()
        ? new Evidence(attemptsAsked, solutions, abandoned, grouped(drafts, equality), comparisons)
        : new Evidence(attemptsAsked, grouped(solutions, equality), abandoned, drafts, comparisons)
            .arbitrated();
  }

  /**
   * The solutions whose groups, or what they repeat, are other ones than they were in this
   * evidence.
   */
  public List<FinalSolution> regrouped(Evidence before) {
    return solutions.stream().filter(each -> !before.solutions.contains(each)).toList();
  }

  /** What there will be when these solutions have come, each unless its attempt has one already. */
  public Evidence with(Collection<FinalSolution> arriving) {
    Map<Integer, FinalSolution> byAttempt = new HashMap<>();
    Stream.concat(solutions.stream(), arriving.stream())
        .forEach(each -> byAttempt.putIfAbsent(each.attempt(), each));
    return new Evidence(
        attemptsAsked, List.copyOf(byAttempt.values()), abandoned, drafts, comparisons);
  }

  private static List<FinalSolution> grouped(List<FinalSolution> among, AnswerEquality equality) {
    return withUnanswered(
        Repetition.marked(AnswerGrouping.complete(answered(among), equality)), among);
  }

  private static List<FinalSolution> withUnanswered(
      List<FinalSolution> answered, List<FinalSolution> among) {
    return Stream.concat(answered.stream(), among.stream().filter(each -> each.answer() == null))
        .toList();
  }

  /** The numbers of the attempts that something has arrived of. */
  public SortedSet<Integer> begun() {
    return Stream.of(
            solutions.stream().map(FinalSolution::attempt),
            drafts.stream().map(FinalSolution::attempt),
            abandoned.stream().map(each -> each.attempt().number()))
        .flatMap(each -> each)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether every attempt has reached its end, so that no more evidence will come. */
  boolean complete(Policy policy) {
    return ended(policy) >= policy.attempts();
  }

  /** How many of the attempts that were planned have reached their end. */
  private long ended(Policy policy) {
    return Stream.concat(
            solutions.stream().filter(each -> ended(each, policy)).map(FinalSolution::attempt),
            abandoned.stream().map(each -> each.attempt().number()))
        .filter(number -> number < policy.attempts())
        .distinct()
        .count();
  }

  private static boolean ended(FinalSolution solution, Policy policy) {
    return solution.answer() == null
        || solution.repeats() != null
        || solution.verdicts().returned() >= policy.verifications();
  }

  /** The solutions that state an answer. */
  List<FinalSolution> answered() {
    return answered(solutions);
  }

  /** Those of them that are no copies of others. */
  List<FinalSolution> counted() {
    return answered().stream().filter(each -> each.repeats() == null).toList();
  }

  /** The drafts that state an answer. */
  List<FinalSolution> answeredDrafts() {
    return answered(drafts);
  }

  private static List<FinalSolution> answered(List<FinalSolution> among) {
    return among.stream().filter(each -> each.answer() != null).toList();
  }

  /** What an abandoned attempt has cost is told with its end. */
  boolean underWay(FinalSolution draft) {
    return abandoned.stream().noneMatch(each -> each.attempt().number() == draft.attempt());
  }

  int unanswered() {
    return solutions.size() - answered().size();
  }

  /** Of every model call that has been reported. */
  Usage usage() {
    return Stream.of(
            solutions.stream().map(FinalSolution::spent),
            solutions.stream().map(each -> each.verdicts().usage()),
            abandoned.stream().map(Abandonment::spent),
            drafts.stream().filter(this::underWay).map(FinalSolution::spent),
            comparisons.stream().map(ArbiterComparison::usage))
        .flatMap(each -> each)
        .reduce(Usage.NONE, Usage::plus);
  }
}

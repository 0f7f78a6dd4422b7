// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.JudgedSolution;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.reasoning.answer.AnswerEquality;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a problem can be settled, and with which answer. */
public final class Selection {

  private final AnswerEquality equality;

  public Selection(AnswerEquality equality) {
    this.equality = equality;
  }

  /**
   * Settles when every attempt has reached its end, or when the deadline has come; then with what
   * has arrived.
   */
  public Decision decide(Problem problem, Evidence evidence, Asked asked, Instant now) {
    boolean complete = evidence.complete(problem.policy());
    if (complete || !now.isBefore(problem.deadline())) {
      return new Decision.Settle(settle(problem.policy(), evidence, !complete, now));
    }
    Map<SolutionId, Integer> missing = missing(problem.policy(), evidence, asked);
    return missing.isEmpty() ? new Decision.Wait() : new Decision.Ask(0, missing);
  }

  /** The verdicts of the grid that have not been asked for. */
  private static Map<SolutionId, Integer> missing(Policy policy, Evidence evidence, Asked asked) {
    Map<SolutionId, Integer> missing = new LinkedHashMap<>();
    for (FinalSolution solution : evidence.answered()) {
      int more = policy.verifications() - asked.on(solution.id());
      if (more > 0) {
        missing.put(solution.id(), more);
      }
    }
    return missing;
  }

  /** The end of a problem that nobody wants answered any more. */
  public Answer cancelled(Problem problem, Evidence evidence, Instant now) {
    return without(problem.policy(), evidence, "cancelled by the caller", false, now);
  }

  private Answer settle(Policy policy, Evidence evidence, boolean late, Instant now) {
    List<Group> groups = Group.of(evidence.answered(), equality);
    return groups.isEmpty()
        ? without(policy, evidence, Reasons.noAnswer(policy, evidence), late, now)
        : settle(policy, evidence, groups, late, now);
  }

  /** Chooses among groups, of which there is at least one. */
  static Answer settle(
      Policy policy, Evidence evidence, List<Group> groups, boolean late, Instant now) {
    Scores scores = scores(policy, groups);
    List<Group> ranked = scores.ranked(policy.rule());
    Group winner = ranked.getFirst();
    double pessimistic = scores.of(winner, SelectionRule.PESSIMISTIC);
    Status status = Bar.of(policy).status(winner.sums(), asked(policy, winner), pessimistic);
    return new Answer(
        status,
        status == Status.ABSTAINED ? null : winner.text(),
        Reasons.of(status, policy, winner, pessimistic),
        policy.rule(),
        scores.of(winner, policy.rule()),
        margin(scores, ranked, policy.rule()),
        null,
        policy.attempts(),
        policy.verifications(),
        null,
        (double) winner.sums().readable() / winner.size(),
        evidence.abandoned().size(),
        evidence.unanswered(),
        late,
        ranked.stream().map(group -> judged(group, scores, policy)).toList(),
        choices(scores),
        evidence.usage(),
        now);
  }

  /**
   * The terms of the score that decides, of the best group and the next one; empty where no
   * solution states an answer.
   */
  public Optional<Explanation> explain(Policy policy, Evidence evidence) {
    List<Group> groups = Group.of(evidence.answered(), equality);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Scores scores = scores(policy, groups);
    return Optional.of(Explanation.of(scores, scores.ranked(policy.rule()), policy.rule()));
  }

  private static Scores scores(Policy policy, List<Group> groups) {
    return new Scores(
        groups, new Scoring(policy.attempts(), policy.verifications(), policy.alpha()));
  }

  static int asked(Policy policy, Group group) {
    return group.size() * policy.verifications();
  }

  private static @Nullable Double margin(Scores scores, List<Group> ranked, SelectionRule rule) {
    return ranked.size() < 2
        ? null
        : Double.valueOf(scores.of(ranked.get(0), rule) - scores.of(ranked.get(1), rule));
  }

  private static Map<SelectionRule, String> choices(Scores scores) {
    Map<SelectionRule, String> choices = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      choices.put(rule, scores.best(rule).text());
    }
    return choices;
  }

  private static AnswerGroup judged(Group group, Scores scores, Policy policy) {
    List<JudgedSolution> solutions =
        group.members().stream()
            .map(
                each ->
                    new JudgedSolution(
                        each.id(),
                        each.accepted(),
                        policy.verifications(),
                        each.verdicts().readable(),
                        each.verdicts().passes(),
                        each.tokens()))
            .toList();
    return new AnswerGroup(group.name(), solutions, null, null, scores.of(group));
  }

  private static Answer without(
      Policy policy, Evidence evidence, String reason, boolean late, Instant now) {
    return new Answer(
        Status.FAILED,
        null,
        reason,
        policy.rule(),
        null,
        null,
        null,
        policy.attempts(),
        policy.verifications(),
        null,
        0,
        evidence.abandoned().size(),
        evidence.unanswered(),
        late,
        List.of(),
        Map.of(),
        evidence.usage(),
        now);
  }
}

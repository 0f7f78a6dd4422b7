// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.JudgedSolution;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Answer.Trust;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.Exclusion;
import dev.assay.selection.scoring.Scoring;
import dev.assay.selection.scoring.Standoff;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns evidence into the answer that a caller gets.
 *
 * @param late whether the deadline came before all that the policy wants did
 */
record Settlement(
    Policy policy, Evidence evidence, Asked asked, Assurance assurance, boolean late, Instant now) {

  /**
   * The answer that the policy's rule chooses among these groups.
   *
   * @param groups at least one
   * @param exclusion which of them exclude each other
   */
  Answer among(List<Group> groups, Exclusion exclusion) {
    Scores scores = new Scores(groups, Scoring.of(policy));
    Group winner = scores.ranked(policy.rule()).getFirst();
    Standoff standoff =
        new Standoff(
            groups.stream().map(Group::sums).toList(),
            place -> asked(groups.get(place)),
            exclusion);
    Trusted trusted =
        Trusted.of(standoff, groups.indexOf(winner), assurance.prior(policy), Scoring.of(policy));
    return best(scores, standing(scores, winner, trusted), trusted.trust());
  }

  /**
   * The best of solutions that nobody verified: better than nothing, and called no more than that.
   *
   * @param drafts at least one group
   */
  Answer unverified(List<Group> drafts) {
    Status status = policy.maxErrorRate() == null ? Status.UNCERTAIN : Status.ABSTAINED;
    return best(
        new Scores(drafts, Scoring.of(policy)),
        new Standing(status, Reasons.unverified(evidence, asked, late)),
        null);
  }

  private Answer best(Scores scores, Standing standing, @Nullable Trust trust) {
    List<Group> ranked = scores.ranked(policy.rule());
    Group winner = ranked.getFirst();
    List<AnswerGroup> groups = judged(ranked, scores);
    return new Answer(
        standing.status(),
        standing.status() == Status.ABSTAINED ? null : winner.text(),
        standing.reason(),
        Explanation.of(scores, ranked, policy.rule()).sentence(),
        policy.rule(),
        scores.of(winner, policy.rule()),
        margin(scores, ranked),
        assurance.confidence(policy, groups),
        trust,
        policy.attempts(),
        policy.verifications(),
        asked.attempts(),
        (double) winner.sums().readable() / winner.size(),
        evidence.abandoned().size(),
        evidence.unanswered(),
        late,
        groups,
        choices(scores),
        evidence.usage(),
        now);
  }

  private Standing standing(Scores scores, Group winner, Trusted trusted) {
    Double rate = policy.maxErrorRate();
    return rate == null
        ? Standing.byBar(policy, scores, winner, asked(winner), trusted, late)
        : Standing.byRate(
            policy, rate, assurance, judged(scores.ranked(policy.rule()), scores), late);
  }

  private List<AnswerGroup> judged(List<Group> ranked, Scores scores) {
    return ranked.stream().map(group -> judged(group, scores)).toList();
  }

  /** There is no answer to give. */
  Answer without(String reason) {
    return without(Status.FAILED, reason);
  }

  /** Nothing is looked for, as nothing that could be found would be given. */
  Answer withheld(String reason) {
    return without(Status.ABSTAINED, reason);
  }

  private Answer without(Status status, String reason) {
    return new Answer(
        status,
        null,
        reason,
        null,
        policy.rule(),
        null,
        null,
        null,
        null,
        policy.attempts(),
        policy.verifications(),
        asked.attempts(),
        0,
        evidence.abandoned().size(),
        evidence.unanswered(),
        late,
        List.of(),
        Map.of(),
        evidence.usage(),
        now);
  }

  private int asked(Group group) {
    return group.members().stream().mapToInt(this::asked).sum();
  }

  /**
   * Of a fixed grid all is asked for, even what a deadline kept from being sent. Where the work
   * stopped early, what was still under way says nothing of the verifier.
   */
  private int asked(FinalSolution solution) {
    int returned = solution.verdicts().returned();
    return switch (policy.stopping()) {
      case FIXED -> policy.verifications();
      case ADAPTIVE -> late ? Math.max(asked.on(solution.id()), returned) : returned;
    };
  }

  private @Nullable Double margin(Scores scores, List<Group> ranked) {
    return ranked.size() < 2
        ? null
        : Double.valueOf(
            scores.of(ranked.get(0), policy.rule()) - scores.of(ranked.get(1), policy.rule()));
  }

  private static Map<SelectionRule, String> choices(Scores scores) {
    Map<SelectionRule, String> choices = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      choices.put(rule, scores.best(rule).text());
    }
    return choices;
  }

  private AnswerGroup judged(Group group, Scores scores) {
    ScoreTerms terms = scores.terms(group, policy.rule());
    return new AnswerGroup(
        group.name(),
        group.members().stream().map(this::judged).toList(),
        terms.meanVerdict(),
        terms.penalty(),
        scores.of(group));
  }

  private JudgedSolution judged(FinalSolution solution) {
    return new JudgedSolution(
        solution.id(),
        solution.accepted(),
        asked(solution),
        solution.verdicts().readable(),
        solution.verdicts().passes(),
        solution.tokens());
  }
}

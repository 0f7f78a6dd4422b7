// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Answer.Trust;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.Exclusion;
import dev.assay.selection.scoring.RivalGroups;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifierPrior;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns evidence into the answer that a caller gets.
 *
 * @param evidence with the verdicts that count as asked for
 * @param late whether the deadline came before all that the policy wants did
 */
record Settlement(
    Problem problem, Evidence evidence, Assurance assurance, boolean late, Instant now) {

  /**
   * Of a fixed grid all counts as asked for, even what a deadline kept from being sent. Where the
   * work stopped early, what was still under way says nothing of the verifier.
   *
   * @param evidence with the verdicts that were asked for
   */
  static Settlement of(
      Problem problem, Evidence evidence, Assurance assurance, boolean late, Instant now) {
    return new Settlement(
        problem,
        evidence.map(each -> each.asking(counted(problem.policy(), each.verdicts(), late))),
        assurance,
        late,
        now);
  }

  private static int counted(Policy policy, VerdictTally verdicts, boolean late) {
    return switch (policy.stopping()) {
      case FIXED -> policy.verifications();
      case ADAPTIVE -> late ? Math.max(verdicts.asked(), verdicts.returned()) : verdicts.returned();
    };
  }

  private Policy policy() {
    return problem.policy();
  }

  /**
   * The answer that the policy's rule chooses, where a solution states one.
   *
   * @param exclusion which of the groups exclude each other
   */
  Answer among(Exclusion exclusion) {
    List<AnswerGroupSums> groups = AnswerGroupSums.of(evidence.answered());
    Ranking ranking = ranking(groups);
    VerdictTrust trusted =
        VerdictTrust.of(
            new RivalGroups(groups.stream().map(AnswerGroupSums::sums).toList(), exclusion),
            groups.indexOf(ranking.winner()),
            VerifierPrior.of(policy()),
            ScoringRules.of(policy()));
    return best(ranking, standing(ranking, trusted), trusted.trust());
  }

  /**
   * The best of drafts that nobody verified, where one states an answer: better than nothing, and
   * called no more than that.
   */
  Answer unverified() {
    Status status = policy().maxErrorRate() == null ? Status.UNCERTAIN : Status.ABSTAINED;
    return best(
        ranking(AnswerGroupSums.of(evidence.answeredDrafts())),
        new StatusDecision(status, StatusReasons.unverified(evidence, late)),
        null);
  }

  /**
   * The groups, best first.
   *
   * @param judged the same, as the answer shows them
   */
  private record Ranking(Scores scores, List<AnswerGroupSums> groups, List<AnswerGroup> judged) {

    AnswerGroupSums winner() {
      return groups.getFirst();
    }
  }

  private Ranking ranking(List<AnswerGroupSums> groups) {
    Scores scores = new Scores(groups, ScoringRules.of(policy()));
    List<AnswerGroupSums> ranked = scores.ranked(policy().rule());
    return new Ranking(
        scores, ranked, ranked.stream().map(group -> judged(group, scores)).toList());
  }

  private Answer best(Ranking ranking, StatusDecision standing, @Nullable Trust trust) {
    Scores scores = ranking.scores();
    AnswerGroupSums winner = ranking.winner();
    return new Answer(
        standing.status(),
        standing.status() == Status.ABSTAINED ? null : winner.text(),
        new Answer.Rationale(
            standing.reason(),
            Explanation.of(scores, ranking.groups(), policy().rule()).sentence()),
        new Answer.Support(
            policy().rule(),
            scores.of(winner, policy().rule()),
            margin(scores, ranking.groups()),
            assurance.confidence(problem, ranking.judged()),
            trust),
        work((double) winner.sums().readable() / winner.size()),
        new Answer.Ranking(ranking.judged(), choices(scores)),
        evidence.usage(),
        now);
  }

  private StatusDecision standing(Ranking ranking, VerdictTrust trusted) {
    Double rate = policy().maxErrorRate();
    AnswerGroupSums winner = ranking.winner();
    StatusDecision decision =
        rate == null
            ? StatusDecision.byBar(policy(), ranking.scores(), winner, trusted, late)
            : StatusDecision.byRate(problem, rate, assurance, ranking.judged(), late);
    return TruncatedPrompts.of(evidence).isPresent() ? decision.seenInPart(rate != null) : decision;
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
    return Answer.without(status, reason, policy().rule(), work(0), evidence.usage(), now);
  }

  private Answer.Work work(double effectiveVerifications) {
    return new Answer.Work(
        policy().attempts(),
        policy().verifications(),
        evidence.attemptsAsked(),
        effectiveVerifications,
        evidence.abandoned().size(),
        evidence.unanswered(),
        late);
  }

  private @Nullable Double margin(Scores scores, List<AnswerGroupSums> ranked) {
    return ranked.size() < 2
        ? null
        : Double.valueOf(
            scores.of(ranked.get(0), policy().rule()) - scores.of(ranked.get(1), policy().rule()));
  }

  private static Map<SelectionRule, String> choices(Scores scores) {
    Map<SelectionRule, String> choices = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      choices.put(rule, scores.best(rule).text());
    }
    return choices;
  }

  private AnswerGroup judged(AnswerGroupSums group, Scores scores) {
    ScoreTerms terms = scores.terms(group, policy().rule());
    return new AnswerGroup(
        group.name(),
        group.members().stream().map(each -> judged(each, group.copiesOf(each))).toList(),
        terms.meanVerdict(),
        terms.penalty(),
        scores.of(group));
  }

  private static JudgedSolution judged(FinalSolution solution, List<Integer> copies) {
    return new JudgedSolution(
        solution.id(),
        solution.accepted(),
        solution.verdicts().asked(),
        solution.verdicts().readable(),
        solution.verdicts().passes(),
        solution.tokens(),
        solution.verdicts().signs().forced(),
        solution.verdicts().signs().repeated(),
        copies);
  }
}

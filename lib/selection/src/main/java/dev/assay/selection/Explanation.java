// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.GroupSums;
import dev.assay.selection.scoring.ScoringRules;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why the rule chose this group and not the next one.
 *
 * @param runnerUp the second best group, or null where there is only one
 * @param sentence the same for a person
 */
public record Explanation(ScoreTerms winner, @Nullable ScoreTerms runnerUp, String sentence) {

  public Explanation {
    Objects.requireNonNull(winner, "winner");
    Objects.requireNonNull(sentence, "sentence");
  }

  /**
   * @param ranked best first, at least one
   */
  static Explanation of(Scores scores, List<AnswerGroupSums> ranked, SelectionRule rule) {
    ScoreTerms winner = scores.terms(ranked.getFirst(), rule);
    ScoreTerms runnerUp = ranked.size() < 2 ? null : scores.terms(ranked.get(1), rule);
    String sentence =
        runnerUp == null
            ? "%s is the only answer: %s".formatted(winner.answer(), made(winner, rule))
            : "%s is chosen: %s; next is %s: %s%s"
                .formatted(
                    winner.answer(),
                    made(winner, rule),
                    runnerUp.answer(),
                    made(runnerUp, rule),
                    tie(winner, runnerUp));
    return new Explanation(winner, runnerUp, sentence);
  }

  /** The formula of the rule, filled in. */
  private static String made(ScoreTerms terms, SelectionRule rule) {
    GroupSums sums = terms.sums();
    return switch (rule) {
      case PESSIMISTIC ->
          "mean of %d verdicts %s - penalty %s = %s"
              .formatted(
                  sums.readable(),
                  number(terms.meanVerdict()),
                  number(terms.penalty()),
                  number(terms.score()));
      case VERIFIER_VOTING ->
          "pass rates of %s add up to %s".formatted(solutions(sums), number(terms.score()));
      case BEST_OF_N ->
          "the best of %s passes at a rate of %s".formatted(solutions(sums), number(terms.score()));
      case MAJORITY -> "given by %s".formatted(solutions(sums));
      case SHORTEST_MAJORITY ->
          "%s / ln(%s tokens) = %s"
              .formatted(solutions(sums), number(sums.meanTokens()), number(terms.score()));
      case ACCEPTED_MAJORITY ->
          "given by %s, %d accepted by the critic".formatted(solutions(sums), sums.accepted());
    };
  }

  private static String tie(ScoreTerms winner, ScoreTerms runnerUp) {
    return ScoringRules.compare(winner.score(), runnerUp.score()) == 0
        ? "; a tie goes to the higher sum of pass rates, then the larger group, then the earlier"
        : "";
  }

  private static String solutions(GroupSums sums) {
    return sums.size() == 1 ? "1 solution" : sums.size() + " solutions";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.SelectionRule;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.MathEquality;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How good the evidence about one problem was, by every rule.
 *
 * @param pass share of the attempts whose answer is right, however they ended
 * @param rules per rule, the chance that its choice is right: a tie counts for its right share
 * @param given whether the answer given is right; false where none was given
 */
public record EvidenceScore(double pass, Map<SelectionRule, Double> rules, boolean given) {

  private static final double TIE = 1e-9;

  public EvidenceScore {
    rules = Map.copyOf(rules);
  }

  /**
   * @param attempts of the evidence
   */
  static EvidenceScore of(String target, Answer answer, JsonNode attempts) {
    Map<SelectionRule, Double> rules = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      rules.put(rule, byRule(rule, target, answer));
    }
    return new EvidenceScore(pass(target, answer, attempts), rules, isRight(answer.text(), target));
  }

  /** Whether an answer equals the target; none does not. */
  public static boolean isRight(@Nullable String answer, String target) {
    return answer != null && new MathEquality().compare(answer, target) == Judgement.EQUAL;
  }

  /** The last solution of each attempt counts; one that was abandoned is wrong. */
  private static double pass(String target, Answer answer, JsonNode attempts) {
    int right = 0;
    for (JsonNode attempt : attempts) {
      JsonNode last = last(attempt.path("solutions"));
      right += isRight(last.path("answer").asString(null), target) ? 1 : 0;
    }
    return (double) right / tried(answer);
  }

  private static int tried(Answer answer) {
    Integer asked = answer.asked();
    return asked == null ? answer.attempts() : asked;
  }

  private static JsonNode last(JsonNode solutions) {
    JsonNode last = solutions.path(0);
    for (JsonNode solution : solutions) {
      if (solution.path("revision").asInt(0) >= last.path("revision").asInt(0)) {
        last = solution;
      }
    }
    return last;
  }

  private static double byRule(SelectionRule rule, String target, Answer answer) {
    if (rule == SelectionRule.MAJORITY) {
      return best(answer.groups(), group -> group.solutions().size(), target);
    }
    boolean scored = answer.groups().stream().allMatch(group -> group.scores().containsKey(rule));
    return scored
        ? best(answer.groups(), group -> group.scores().getOrDefault(rule, 0.0), target)
        : isRight(answer.ranking().choices().get(rule), target) ? 1 : 0;
  }

  /** As the papers count: the accuracy over the groups that tie for the best score. */
  private static double best(
      List<AnswerGroup> groups, ToDoubleFunction<AnswerGroup> score, String target) {
    double best = groups.stream().mapToDouble(score).max().orElse(0);
    List<AnswerGroup> tied =
        groups.stream().filter(group -> score.applyAsDouble(group) >= best - TIE).toList();
    return tied.stream()
        .mapToDouble(group -> isRight(group.answer(), target) ? 1 : 0)
        .average()
        .orElse(0);
  }
}

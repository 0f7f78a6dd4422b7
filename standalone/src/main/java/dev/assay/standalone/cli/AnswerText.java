// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.bench.report.TextTable;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.JudgedSolution;
import dev.assay.contracts.SelectionRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer for people: first what it is, then why one should believe it. */
final class AnswerText {

  private static final Map<SelectionRule, String> HEADINGS =
      new EnumMap<>(
          Map.of(
              SelectionRule.PESSIMISTIC, "pessimistic",
              SelectionRule.VERIFIER_VOTING, "voting",
              SelectionRule.BEST_OF_N, "best-of-n",
              SelectionRule.MAJORITY, "majority",
              SelectionRule.SHORTEST_MAJORITY, "shortest",
              SelectionRule.ACCEPTED_MAJORITY, "accepted"));

  private final Answer answer;

  private AnswerText(Answer answer) {
    this.answer = answer;
  }

  static List<String> of(Answer answer) {
    return new AnswerText(answer).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("answer   " + (answer.text() == null ? "none" : answer.text()));
    lines.add(
        "status   " + answer.status().name().toLowerCase(Locale.ROOT) + ": " + answer.reason());
    lines.add("score    " + score());
    if (answer.explanation() != null) {
      lines.add("why      " + answer.explanation());
    }
    lines.add("tried    " + tried());
    if (!answer.groups().isEmpty()) {
      lines.add("");
      lines.addAll(groups());
    }
    return lines;
  }

  private String score() {
    return number(answer.score())
        + " by "
        + answer.rule()
        + (answer.margin() == null ? ", unopposed" : ", " + number(answer.margin()) + " ahead")
        + (answer.confidence() == null
            ? ""
            : "; right with probability " + number(answer.confidence()));
  }

  private String tried() {
    StringBuilder tried = new StringBuilder();
    tried.append(answer.asked() == null ? answer.attempts() : answer.asked());
    tried.append(" of at most ").append(answer.attempts()).append(" attempts, ");
    tried.append(number(answer.effectiveVerifications()));
    tried.append(" readable verdicts each of at most ").append(answer.verifications());
    if (answer.abandoned() > 0) {
      tried.append(", ").append(answer.abandoned()).append(" abandoned");
    }
    if (answer.unanswered() > 0) {
      tried.append(", ").append(answer.unanswered()).append(" without an answer");
    }
    return tried.append(answer.late() ? ", cut short by the deadline" : "").toString();
  }

  private List<String> groups() {
    List<String> heading = new ArrayList<>(List.of("", "answer", "solutions", "pass/read/asked"));
    for (SelectionRule rule : SelectionRule.values()) {
      heading.add(HEADINGS.get(rule));
    }
    TextTable table = new TextTable().row(heading.toArray(String[]::new));
    answer.groups().forEach(group -> table.row(row(group)));
    return table.lines();
  }

  private String[] row(AnswerGroup group) {
    List<String> cells = new ArrayList<>();
    cells.add(group.answer().equals(chosen()) ? "->" : "");
    cells.add(group.answer());
    cells.add(String.valueOf(group.solutions().size()));
    cells.add(verdicts(group.solutions()));
    for (SelectionRule rule : SelectionRule.values()) {
      boolean choice = group.answer().equals(answer.choices().get(rule));
      cells.add(number(group.scores().get(rule)) + (choice ? "*" : " "));
    }
    return cells.toArray(String[]::new);
  }

  /** What the deciding rule chose, even where it was not good enough to be given. */
  private @Nullable String chosen() {
    return answer.choices().getOrDefault(answer.rule(), answer.text());
  }

  private static String verdicts(List<JudgedSolution> solutions) {
    double passes = solutions.stream().mapToDouble(JudgedSolution::passes).sum();
    int readable = solutions.stream().mapToInt(JudgedSolution::readable).sum();
    int asked = solutions.stream().mapToInt(JudgedSolution::asked).sum();
    return number(passes) + "/" + readable + "/" + asked;
  }

  /** Two decimals at most, and none for whole numbers. */
  private static String number(@Nullable Double value) {
    if (value == null) {
      return "-";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf(Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value);
  }
}

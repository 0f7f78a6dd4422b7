// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Expense;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.AlignedColumns;
import dev.assay.lab.report.TextFitting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

  private static final int REPLACEMENT = 0xFFFD;
  private static final int LABEL = 9;

  /** A longer answer would tear the columns apart; the first line has it in full. */
  private static final int WIDEST_CELL = 40;

  private final Answer answer;
  private final int width;

  private AnswerText(Answer answer, int width) {
    this.answer = answer;
    this.width = width;
  }

  /**
   * The lines.
   *
   * @param width of the terminal
   */
  static List<String> of(Answer answer, int width) {
    return new AnswerText(answer, width).lines();
  }

  /** A label and what there is to say under it. */
  static List<String> field(String label, String text, int width) {
    return TextFitting.hang(label + " ".repeat(LABEL - label.length()), printable(text), width);
  }

  /** A model may have written it: what moves a terminal's cursor is shown, and not obeyed. */
  static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(each -> each == '\n' || each == '\t' ? ' ' : each)
        .map(each -> Character.isISOControl(each) || isDirection(each) ? REPLACEMENT : each)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** Letters that turn the order of those after them. */
  private static boolean isDirection(int letter) {
    return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "answer", answer.text() == null ? "none" : answer.text());
    add(lines, "status", answer.status().name().toLowerCase(Locale.ROOT) + ": " + answer.reason());
    answer.warnings().forEach(each -> add(lines, "warning", each.code() + ": " + each.message()));
    add(lines, "score", score());
    if (answer.rationale().explanation() != null) {
      add(lines, "why", answer.rationale().explanation());
    }
    add(lines, "tried", tried());
    if (answer.usage().cost() != null) {
      add(lines, "cost", cost(answer.usage().cost()));
    }
    if (!answer.groups().isEmpty()) {
      lines.add("");
      lines.addAll(groups());
    }
    return lines;
  }

  private void add(List<String> lines, String label, String text) {
    lines.addAll(field(label, text, width));
  }

  private String score() {
    return number(answer.score())
        + " by "
        + answer.rule()
        + (answer.support().margin() == null
            ? ", unopposed"
            : ", " + number(answer.support().margin()) + " ahead")
        + (answer.support().confidence() == null
            ? ""
            : "; right with probability " + roundedDown(answer.support().confidence()));
  }

  /** What is not certain is not shown as if it were. */
  private static String roundedDown(double probability) {
    return number(Math.floor(100 * probability) / 100);
  }

  private String tried() {
    int asked = answer.asked() == null ? answer.attempts() : answer.asked();
    StringBuilder tried = new StringBuilder();
    tried.append(asked).append(" of at most ").append(answer.attempts()).append(" attempts, ");
    tried.append(number(answer.effectiveVerifications()));
    tried.append(" readable verdicts each of at most ").append(answer.work().verifications());
    add(tried, answer.work().abandoned(), "abandoned");
    add(tried, answer.work().unanswered(), "without an answer");
    add(tried, asked - ended(), "not waited for");
    return tried.append(answer.late() ? ", cut short by the deadline" : "").toString();
  }

  /** Whole amounts: rounded they would be 0. */
  private static String cost(Expense cost) {
    String amounts =
        cost.amounts().entrySet().stream()
            .map(each -> each.getValue().toPlainString() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    return cost.partial()
        ? amounts + ", without %d calls that have no price".formatted(cost.unpricedCalls())
        : amounts;
  }

  private static void add(StringBuilder tried, int count, String what) {
    if (count > 0) {
      tried.append(", ").append(count).append(' ').append(what);
    }
  }

  /** Attempts that came to something before the decision was made. */
  private int ended() {
    return answer.work().abandoned()
        + answer.work().unanswered()
        + answer.groups().stream()
            .flatMap(group -> group.solutions().stream())
            .mapToInt(each -> 1 + copies(each))
            .sum();
  }

  private static int copies(JudgedSolution solution) {
    return solution.copies() == null ? 0 : solution.copies().size();
  }

  private List<String> groups() {
    List<String> heading = new ArrayList<>(List.of("", "answer", "solutions", "pass/read/asked"));
    for (SelectionRule rule : SelectionRule.values()) {
      heading.add(HEADINGS.get(rule));
    }
    AlignedColumns table = new AlignedColumns().row(heading.toArray(String[]::new));
    answer.groups().forEach(group -> table.row(row(group)));
    return table.lines(width);
  }

  private String[] row(AnswerGroup group) {
    List<String> cells = new ArrayList<>();
    cells.add(group.answer().equals(chosen()) ? "->" : "");
    cells.add(TextFitting.shorten(printable(group.answer()), WIDEST_CELL));
    cells.add(String.valueOf(group.solutions().size()));
    cells.add(verdicts(group.solutions()));
    for (SelectionRule rule : SelectionRule.values()) {
      boolean choice = group.answer().equals(answer.ranking().choices().get(rule));
      // Where no solution was accepted, the rule falls back on counting all of them.
      boolean nothing = rule == SelectionRule.ACCEPTED_MAJORITY && !anyAccepted();
      cells.add(nothing ? "- " : number(group.scores().get(rule)) + (choice ? "*" : " "));
    }
    return cells.toArray(String[]::new);
  }

  private boolean anyAccepted() {
    return answer.groups().stream()
        .flatMap(group -> group.solutions().stream())
        .anyMatch(JudgedSolution::accepted);
  }

  /** What the deciding rule chose, even where it was not good enough to be given. */
  private @Nullable String chosen() {
    return answer.ranking().choices().getOrDefault(answer.rule(), answer.text());
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

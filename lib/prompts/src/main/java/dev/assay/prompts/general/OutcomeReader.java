// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.Solution;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.AnswerOptions;
import dev.assay.equality.answers.MathEquality;
import dev.assay.prompts.reading.FinalAnswer;
import dev.assay.prompts.reading.FinalAnswers;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a reply as the outcome of a solution. It is one only as a whole: a step that is taken from
 * nowhere, an answer that is another one or an end that is missing make it something else, which
 * nobody should be paid to judge.
 */
final class OutcomeReader {

  private static final Pattern FROM =
      Pattern.compile(
          "[\\s*_`$#]*+\\\\{0,2}from\\h?\\{(?<steps>[^{}]{1,4000})\\}[\\s*_`$]*+:?\\s*+");
  private static final Pattern DONE =
      Pattern.compile("[\\s*_`$#]*+\\\\{0,2}box(?:ed)?\\h?\\{\\h*+DONE\\h*+\\}[\\s*_`$.]*+");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*-\\s*(\\d{1,4}))?");
  private static final Pattern COMMA = Pattern.compile(",");

  private final Solution solution;
  private final List<Outcome.Step> steps = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private List<Integer> covers = List.of();
  private int named;

  private OutcomeReader(Solution solution) {
    this.solution = solution;
  }

  /**
   * The outcome of this solution that a reply is, or empty if it is none.
   *
   * @param said without what it repeats of the prompt
   */
  static Optional<Outcome> read(String question, Solution solution, String said) {
    if (!Bounds.fits(said, Bounds.TEXT)) {
      return Optional.empty();
    }
    Optional<Outcome> chain =
        WorkBudget.forText(said).run(() -> new OutcomeReader(solution).find(said), Optional::empty);
    return chain.filter(outcome -> reachesTheAnswer(question, solution, outcome));
  }

  private Optional<Outcome> find(String said) {
    List<String> lines = said.strip().lines().toList();
    if (lines.isEmpty() || !DONE.matcher(WorkBudget.metered(lines.getLast())).matches()) {
      return Optional.empty();
    }
    for (String line : lines.subList(0, lines.size() - 1)) {
      if (!take(line)) {
        return Optional.empty();
      }
    }
    boolean whole = close() && !steps.isEmpty() && steps.size() <= Bounds.STEPS;
    return whole ? Optional.of(new Outcome(steps)) : Optional.empty();
  }

  /** False if the line makes the reply no outcome. */
  private boolean take(String line) {
    Matcher from = FROM.matcher(WorkBudget.metered(line));
    if (!from.matches()) {
      open.add(line);
      return true;
    }
    boolean closed = close();
    covers = covered(from.group("steps"));
    named += covers.size();
    return closed && !covers.isEmpty() && named <= Bounds.COVERED;
  }

  /** Ends the open step; what stands before the first is talk. */
  private boolean close() {
    String text = String.join("\n", open).strip();
    open.clear();
    if (covers.isEmpty()) {
      return true;
    }
    if (text.isEmpty()) {
      return false;
    }
    steps.add(new Outcome.Step(text, covers));
    return true;
  }

  /** The steps that are named, or none if one of them is no step of the solution. */
  private List<Integer> covered(String named) {
    TreeSet<Integer> all = new TreeSet<>();
    for (String part : COMMA.splitAsStream(named).toList()) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        return List.of();
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first > last || last >= solution.steps().size()) {
        return List.of();
      }
      WorkBudget.spend(last - first + 1L);
      for (int step = first; step <= last; step++) {
        all.add(step);
      }
    }
    return List.copyOf(all);
  }

  private static boolean reachesTheAnswer(String question, Solution solution, Outcome outcome) {
    String answer = solution.answer();
    return answer != null
        && FinalAnswers.stated(outcome.of(solution).text(), AnswerOptions.of(question), false)
            .map(FinalAnswer::text)
            .filter(stated -> isSame(question, stated, answer))
            .isPresent();
  }

  private static boolean isSame(String question, String stated, String answer) {
    return new MathEquality().to(question).compare(stated, answer) == Judgement.EQUAL;
  }
}

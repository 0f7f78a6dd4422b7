// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import java.util.List;
import java.util.Optional;

/**
 * The language of the embedded model, one character a token: {@code S} asks for a solution, {@code
 * C} for the lines to be derived again beside the claimed ones. The model card in {@code models/}
 * gives the grammar.
 *
 * <p>A critique is read as a re-derivation: the first line that differs is the first wrong step and
 * the derived line is the suggestion. The letter at its end is not used: the model often derives
 * the right line beside a wrong one and still ends with {@code y}.
 */
public final class CompactStyle implements PromptStyle {

  @Override
  public String name() {
    return "compact";
  }

  @Override
  public Optional<String> refusal(String question) {
    if (ArithmeticQuestion.of(question).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "the embedded model answers multi-step arithmetic only: two bracketed groups of four"
            + " integers from -9 to 9, joined by +, - and *, such as"
            + " ((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =");
  }

  /** No: lines of this language are what its own critic was trained to check. */
  @Override
  public boolean prose() {
    return false;
  }

  @Override
  public List<String> stop() {
    return List.of();
  }

  @Override
  public String solve(String question) {
    return "S" + compact(question) + ">";
  }

  @Override
  public Draft readSolution(String reply) {
    return CompactLines.of(reply).draft(reply);
  }

  @Override
  public String criticise(String question, Solution solution) {
    return "C" + compact(question) + ">" + CompactLines.of(solution.text()).text() + ".>";
  }

  @Override
  public Optional<Critique> readCritique(Solution solution, String reply) {
    return readVerdict(solution, reply)
        .map(verdict -> verdict instanceof FirstError error ? flawed(error, reply) : new Sound());
  }

  private static Flawed flawed(FirstError error, String reply) {
    List<String> derived = CompactLines.rederived(reply).lines();
    return new Flawed(error.index(), error.why(), derived.get(error.index()));
  }

  @Override
  public String refine(String question, Solution solution, Flawed critique) {
    return solve(question) + kept(solution, critique);
  }

  @Override
  public Draft readRefinement(Solution solution, Flawed critique, String reply) {
    String text = kept(solution, critique) + reply;
    return CompactLines.of(text).draft(text);
  }

  /** The lines before the wrong one, and the suggestion in its place. */
  private static String kept(Solution solution, Flawed critique) {
    int first = critique.firstError();
    String suggestion = critique.suggestion();
    return CompactLines.of(solution.text()).before(first)
        + (suggestion == null ? "" : CompactLines.lettered(first, suggestion));
  }

  @Override
  public String verify(String question, Solution outcome) {
    return solve(question);
  }

  @Override
  public Optional<Verdict> readVerdict(Solution outcome, String reply) {
    List<String> claimed = CompactLines.of(outcome.text()).lines();
    List<String> derived = CompactLines.rederived(reply).lines();
    if (derived.stream().noneMatch(line -> line.contains("="))) {
      return Optional.empty();
    }
    for (int i = 0; i < derived.size(); i++) {
      String line = derived.get(i);
      String claim = i < claimed.size() ? claimed.get(i) : "nothing";
      // What is no line, or only the beginning of the claimed one, says nothing about it.
      if (!CompactLines.isReadable(line) || cutShort(claim, line, reply)) {
        return Optional.empty();
      }
      if (!claim.equals(line)) {
        return Optional.of(
            new FirstError(i, "the step says " + claim + "; derived again it is " + line));
      }
    }
    // A derivation that agrees and breaks off has not looked at the rest.
    return derived.size() == claimed.size() && CompactLines.isAnswer(derived.getLast())
        ? Optional.of(new Correct(1))
        : Optional.empty();
  }

  /** Whether the reply ends within the line, for want of tokens. */
  private static boolean cutShort(String claim, String line, String reply) {
    return claim.startsWith(line) && claim.length() > line.length() && reply.endsWith(line);
  }

  private static String compact(String question) {
    return ArithmeticQuestion.of(question)
        .map(ArithmeticQuestion::text)
        .orElseThrow(() -> new IllegalArgumentException("out of reach: " + question));
  }
}

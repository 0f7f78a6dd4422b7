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
 * C} for the lines to be derived again beside the claimed ones, {@code R} for the rest after a
 * corrected line. The model card in {@code models/} gives the grammar.
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
    if (ArithmeticQuestion.compact(question).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "the embedded model answers multi-step arithmetic only: two bracketed groups of four"
            + " integers from -9 to 9, joined by +, - and *, such as"
            + " ((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =");
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
    CompactLines claimed = CompactLines.of(solution.text());
    int first = critique.firstError();
    String bad =
        first < claimed.lines().size()
            ? CompactLines.lettered(first, claimed.lines().get(first))
            : "";
    String proposed =
        critique.suggestion() == null ? bad : CompactLines.lettered(first, critique.suggestion());
    return "R" + compact(question) + ">" + claimed.before(first) + "!" + bad + "?" + proposed + ">";
  }

  @Override
  public Draft readRefinement(Solution solution, Flawed critique, String reply) {
    String kept = CompactLines.of(solution.text()).before(critique.firstError());
    return CompactLines.of(kept + reply).draft(kept + reply);
  }

  @Override
  public String verify(String question, Solution outcome) {
    return criticise(question, outcome);
  }

  @Override
  public Optional<Verdict> readVerdict(Solution outcome, String reply) {
    List<String> claimed = CompactLines.of(outcome.text()).lines();
    List<String> derived = CompactLines.rederived(reply).lines();
    if (derived.stream().noneMatch(line -> line.contains("="))) {
      return Optional.empty();
    }
    for (int i = 0; i < derived.size(); i++) {
      String claim = i < claimed.size() ? claimed.get(i) : "nothing";
      if (!claim.equals(derived.get(i))) {
        return Optional.of(
            new FirstError(
                i, "the step says " + claim + "; derived again it is " + derived.get(i)));
      }
    }
    // A derivation that agrees and breaks off has not looked at the rest.
    return derived.size() == claimed.size() ? Optional.of(new Correct(1)) : Optional.empty();
  }

  private static String compact(String question) {
    return ArithmeticQuestion.compact(question)
        .orElseThrow(() -> new IllegalArgumentException("out of reach: " + question));
  }
}

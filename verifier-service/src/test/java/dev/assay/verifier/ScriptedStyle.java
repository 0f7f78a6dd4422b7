// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.Draft;
import dev.assay.prompts.PromptStyle;
import java.util.List;
import java.util.Optional;

/** Asks for "yes" or "no"; only verification is needed here. */
final class ScriptedStyle implements PromptStyle {

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Optional<String> refusal(String question) {
    return Optional.empty();
  }

  @Override
  public boolean prose() {
    return false;
  }

  @Override
  public List<String> stop() {
    return List.of();
  }

  @Override
  public String verify(String question, Solution outcome) {
    return question + "|" + outcome.answer();
  }

  @Override
  public Optional<Verdict> readVerdict(String question, Solution outcome, String reply) {
    return switch (reply) {
      case "yes" -> Optional.of(new Correct(1));
      case "no" -> Optional.of(new FirstError(0, "no"));
      default -> Optional.empty();
    };
  }

  @Override
  public String solve(String question) {
    throw new UnsupportedOperationException("a verifier does not solve");
  }

  @Override
  public Draft readSolution(String question, String reply) {
    throw new UnsupportedOperationException("a verifier does not solve");
  }

  @Override
  public String criticise(String question, Solution solution) {
    throw new UnsupportedOperationException("a verifier does not criticise");
  }

  @Override
  public Optional<Critique> readCritique(String question, Solution solution, String reply) {
    throw new UnsupportedOperationException("a verifier does not criticise");
  }

  @Override
  public String refine(String question, Solution solution, Flawed critique) {
    throw new UnsupportedOperationException("a verifier does not refine");
  }

  @Override
  public Draft readRefinement(String question, Solution solution, Flawed critique, String reply) {
    throw new UnsupportedOperationException("a verifier does not refine");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.prompts.Draft;
import dev.assay.prompts.PromptStyle;
import java.util.List;
import java.util.Optional;

/** A style that reaches everything but poems, and is asked for nothing else. */
final class RefusingStyle implements PromptStyle {

  @Override
  public String name() {
    return "refusing";
  }

  @Override
  public Optional<String> refusal(String question) {
    return question.contains("poem") ? Optional.of("the model writes no poems") : Optional.empty();
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
  public String solve(String question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Draft readSolution(String question, String reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String criticise(String question, Solution solution) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Critique> readCritique(String question, Solution solution, String reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String refine(String question, Solution solution, Flawed critique) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Draft readRefinement(String question, Solution solution, Flawed critique, String reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String verify(String question, Solution outcome) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Verdict> readVerdict(String question, Solution outcome, String reply) {
    throw new UnsupportedOperationException();
  }
}

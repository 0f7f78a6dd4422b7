// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.Draft;
import dev.assay.prompts.PromptStyle;
import java.util.List;
import java.util.Optional;

/**
 * Prompts that a script can tell apart. A solution is its answer, and "?" is none; a critic says
 * what it should be; a refiner keeps what it got; a verifier derives the answer for itself.
 *
 * @param blind whether the verifier is not shown the solution
 */
record PlainStyle(boolean blind) implements PromptStyle {

  @Override
  public String name() {
    return "plain";
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
  public String solve(String question) {
    return "solve " + question;
  }

  @Override
  public Draft readSolution(String question, String reply) {
    return new Draft(reply, List.of(reply, "#" + reply), reply.equals("?") ? null : reply);
  }

  @Override
  public String criticise(String question, Solution solution) {
    return "criticise " + solution.text();
  }

  @Override
  public Optional<Critique> readCritique(String question, Solution solution, String reply) {
    return Optional.of(reply.equals(solution.text()) ? new Sound() : new Flawed(0, "no", reply));
  }

  @Override
  public String refine(String question, Solution solution, Flawed critique) {
    return "refine " + solution.text() + " with " + critique.suggestion();
  }

  @Override
  public Draft readRefinement(String question, Solution solution, Flawed critique, String reply) {
    return readSolution(question, reply);
  }

  @Override
  public String verify(String question, Solution outcome) {
    return "verify " + (blind ? question : outcome.text());
  }

  @Override
  public Optional<Verdict> readVerdict(String question, Solution outcome, String reply) {
    return reply.equals("?")
        ? Optional.empty()
        : Optional.of(reply.equals(outcome.text()) ? new Correct(1) : new FirstError(0, "no"));
  }
}

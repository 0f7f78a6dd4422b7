// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.model.Reply;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.RefiningProtocol;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import java.util.List;
import java.util.Optional;

/**
 * Prompts that a script can tell apart. A solution is its answer, and "?" is none; a critic says
 * what it should be; a refiner keeps what it got; a verifier derives the answer for itself.
 *
 * @param blind whether the verifier is not shown the solution
 */
record PlainProtocol(boolean blind)
    implements SolvingProtocol, CriticisingProtocol, RefiningProtocol, VerifyingProtocol {

  private static final String WORD = "a word";

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Optional<String> refusal(String question) {
    return Optional.empty();
  }

  @Override
  public Reading<Draft> solve(String question) {
    return Reading.ask("a solution", "solve " + question, PlainProtocol::solution);
  }

  private static Reading<Draft> solution(Reply reply) {
    String said = reply.text();
    return new Draft(said, List.of(said, "#" + said), said.equals("?") ? null : said)
        .asSolution(WORD, reply);
  }

  @Override
  public Reading<Critique> criticise(String question, Solution solution) {
    return Reading.ask(
        "a critique",
        "criticise " + solution.text(),
        reply ->
            new Read<>(
                reply.text().equals(solution.text())
                    ? new Sound()
                    : new Flawed(0, "no", reply.text()),
                WORD));
  }

  @Override
  public Reading<Draft> refine(String question, Solution solution, Flawed critique) {
    return Reading.ask(
        "a revision",
        "refine " + solution.text() + " with " + critique.suggestion(),
        PlainProtocol::solution);
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    return Reading.ask(
        "a verdict",
        "verify " + (blind ? question : outcome.text()),
        reply ->
            reply.text().equals("?")
                ? new Unreadable<>("it is not known", WORD, reply)
                : new Read<>(
                    reply.text().equals(outcome.text()) ? new Correct(1) : new FirstError(0, "no"),
                    WORD));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.Reading.Inquiry;
import dev.assay.prompts.Reading.Unreadable;
import java.util.List;
import java.util.Optional;

/**
 * A protocol as the tests of its words and its readers see it: the text of each prompt, and what a
 * reply to that prompt says.
 */
public record ProtocolFixture(
    SolvingProtocol solver,
    CriticisingProtocol critic,
    RefiningProtocol refiner,
    VerifyingProtocol verifier) {

  /** Of a protocol that can do everything. */
  public static <
          P extends SolvingProtocol & CriticisingProtocol & RefiningProtocol & VerifyingProtocol>
      ProtocolFixture of(P protocol) {
    return new ProtocolFixture(protocol, protocol, protocol, protocol);
  }

  public String name() {
    return solver.name();
  }

  public Optional<String> refusal(String question) {
    return solver.refusal(question);
  }

  /** What ends a reply to a question. */
  public List<String> stop(String question) {
    return inquiry(solver.solve(question)).prompt().stop();
  }

  public String solve(String question) {
    return prompt(solver.solve(question));
  }

  /** Whatever a reply holds of a solution, an answer or none. */
  public Draft readSolution(String question, String reply) {
    return draft(read(solver.solve(question), reply));
  }

  public String criticise(String question, Solution solution) {
    return prompt(critic.criticise(question, solution));
  }

  public Optional<Critique> readCritique(String question, Solution solution, String reply) {
    return value(read(critic.criticise(question, solution), reply));
  }

  public String refine(String question, Solution solution, Flawed critique) {
    return prompt(refiner.refine(question, solution, critique));
  }

  public Draft readRefinement(String question, Solution solution, Flawed critique, String reply) {
    return draft(read(refiner.refine(question, solution, critique), reply));
  }

  public String verify(String question, Solution outcome) {
    return prompt(verifier.verify(question, outcome));
  }

  public Optional<Verdict> readVerdict(String question, Solution outcome, String reply) {
    return value(read(verifier.verify(question, outcome), reply));
  }

  private static String prompt(Reading<?> opening) {
    return inquiry(opening).prompt().text();
  }

  private static <T> Reading<T> read(Reading<T> opening, String reply) {
    return inquiry(opening).read(new Reply(reply, Finish.STOP, 1, 1));
  }

  private static <T> Inquiry<T> inquiry(Reading<T> opening) {
    if (opening instanceof Ask<T>(Inquiry<T> next, _)) {
      return next;
    }
    throw new AssertionError("no model need be asked: " + opening);
  }

  private static <T> Optional<T> value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Conclusion<T> conclusion -> conclusion.known();
      case Ask<T> ask -> throw new AssertionError("asked further: " + ask);
    };
  }

  private static Draft draft(Reading<Draft> reading) {
    return reading instanceof Unreadable<Draft> none
        ? Draft.of(none)
        : value(reading).orElseThrow();
  }
}

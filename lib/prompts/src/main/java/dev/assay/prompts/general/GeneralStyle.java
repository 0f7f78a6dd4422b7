// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.claims.ExactCritic;
import dev.assay.claims.Flaw;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.Draft;
import dev.assay.prompts.PromptStyle;
import dev.assay.prompts.reading.FinalAnswer;
import dev.assay.prompts.reading.Steps;
import dev.assay.prompts.reading.Thinking;
import java.util.List;
import java.util.Optional;

/**
 * Any question in plain words, for a model that follows instructions: solutions are paragraphs that
 * end in a boxed answer, judgements end in a marker on a line of its own.
 */
public final class GeneralStyle implements PromptStyle {

  private static final double SURE = 1;
  private static final ExactCritic EXACT = new ExactCritic();

  @Override
  public String name() {
    return "general";
  }

  /** Every question may be asked. */
  @Override
  public Optional<String> refusal(String question) {
    return Optional.empty();
  }

  @Override
  public boolean prose() {
    return true;
  }

  /** None: the model's own end token ends a reply. */
  @Override
  public List<String> stop() {
    return List.of();
  }

  @Override
  public String solve(String question) {
    return GeneralPrompts.solve(question);
  }

  /**
   * Only an answer that the solution states is its answer. A solution that states none, as one that
   * was cut off, takes part in no vote: the last number in it is more often a step on the way, and
   * a guess of ours must not be counted as the model's word.
   */
  @Override
  public Draft readSolution(String question, String reply) {
    return Draft.read(
        Thinking.of(reply).said(),
        Steps::of,
        text -> FinalAnswer.stated(text).map(FinalAnswer::text));
  }

  @Override
  public String criticise(String question, Solution solution) {
    return GeneralPrompts.criticise(question, solution.steps());
  }

  @Override
  public Optional<Critique> readCritique(String question, Solution solution, String reply) {
    return StepMarker.read(reply, solution.steps().size())
        .map(
            marker ->
                marker.clean()
                    ? new Sound()
                    : new Flawed(marker.step(), marker.why(), marker.suggestion()));
  }

  @Override
  public String refine(String question, Solution solution, Flawed critique) {
    return GeneralPrompts.refine(question, solution.steps(), critique);
  }

  @Override
  public Draft readRefinement(String question, Solution solution, Flawed critique, String reply) {
    return readSolution(question, reply);
  }

  @Override
  public String verify(String question, Solution outcome) {
    List<Flaw> flaws = EXACT.flaws(question, outcome.steps(), GeneralPrompts.MOST_OBJECTIONS);
    return GeneralPrompts.verify(question, outcome.steps(), flaws);
  }

  @Override
  public Optional<Verdict> readVerdict(String question, Solution outcome, String reply) {
    return StepMarker.read(reply, outcome.steps().size())
        .map(
            marker ->
                marker.clean() ? new Correct(SURE) : new FirstError(marker.step(), marker.why()));
  }
}

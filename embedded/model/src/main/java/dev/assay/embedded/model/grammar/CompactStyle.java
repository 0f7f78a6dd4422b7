// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.grammar;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.prompts.CanonicalStyle;
import dev.assay.prompts.CanonicalText;
import dev.assay.prompts.Draft;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The language of the embedded model, one character a token; the model card beside this module's
 * sources gives the grammar. The model knows nothing but to solve, so every role is a use of that:
 * the critic solves without seeing the solution, the refiner goes on from a corrected line, the
 * verifier finds the answer, or checks it, by another route.
 *
 * <p>The model writes numbers {@linkplain UnitsFirst units first}; prompts and replies are turned
 * here, and nobody else ever sees that order. Readers need the question too, to tell what its lines
 * mean; of one that cannot be asked they read nothing.
 */
public final class CompactStyle implements CanonicalStyle {

  @Override
  public String name() {
    return "compact";
  }

  @Override
  public Optional<String> refusal(String question) {
    return CompactTask.of(question).isPresent()
        ? Optional.empty()
        : Optional.of("the embedded model answers only " + CompactTask.REACH);
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
    return task(question).solve();
  }

  @Override
  public Draft readSolution(String question, String reply) {
    return CompactTask.of(question)
        .map(task -> draft(task, task.turned(reply)))
        .orElseGet(() -> unread(reply));
  }

  private static Draft draft(CompactTask task, String text) {
    return Draft.read(text, each -> steps(task, each), each -> answer(task, each));
  }

  private static List<String> steps(CompactTask task, String text) {
    List<String> lines = CompactLines.of(text).lines();
    return IntStream.range(0, lines.size()).mapToObj(i -> task.shown(i, lines.get(i))).toList();
  }

  private static Optional<String> answer(CompactTask task, String text) {
    List<String> lines = CompactLines.of(text).lines();
    return lines.isEmpty() ? Optional.empty() : task.answer(lines.getLast());
  }

  /** A reply to a question that cannot be asked says nothing. */
  private static Draft unread(String reply) {
    return Draft.read(reply, _ -> List.of(), _ -> Optional.empty());
  }

  @Override
  public String criticise(String question, Solution solution) {
    return solve(question);
  }

  @Override
  public Optional<Critique> readCritique(String question, Solution solution, String reply) {
    return CompactTask.of(question)
        .flatMap(task -> new Rederivation(task, lines(solution), lines(task, reply)).judged());
  }

  @Override
  public String refine(String question, Solution solution, Flawed critique) {
    CompactTask task = task(question);
    return task.solve() + task.turned(kept(solution, critique));
  }

  @Override
  public Draft readRefinement(String question, Solution solution, Flawed critique, String reply) {
    String kept = kept(solution, critique);
    return CompactTask.of(question)
        .map(task -> draft(task, task.turned(task.turned(kept) + reply)))
        .orElseGet(() -> unread(kept + reply));
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
    return task(question).verify(outcome);
  }

  @Override
  public Optional<Verdict> readVerdict(String question, Solution outcome, String reply) {
    return CompactTask.of(question)
        .flatMap(task -> task.readVerdict(outcome, lines(outcome), lines(task, reply)));
  }

  @Override
  public CanonicalText recital(String question, Solution solution) {
    CompactTask task = task(question);
    CompactLines lines = CompactLines.of(solution.text());
    String text = task.turned(lines.before(lines.lines().size())) + CompactLines.END;
    return new CanonicalText(task.solve(), text, lines.ends());
  }

  private static List<String> lines(Solution solution) {
    return CompactLines.of(solution.text()).lines();
  }

  private static List<String> lines(CompactTask task, String reply) {
    return CompactLines.of(task.turned(reply.strip())).lines();
  }

  private static CompactTask task(String question) {
    return CompactTask.of(question)
        .orElseThrow(() -> new IllegalArgumentException("out of reach: " + question));
  }
}

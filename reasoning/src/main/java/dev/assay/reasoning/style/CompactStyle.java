// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The language of the embedded model, one character a token; the model card in {@code models/}
 * gives the grammar. The model knows nothing but to solve, so every role is a use of that: the
 * critic solves without seeing the solution, the refiner goes on from a corrected line, the
 * verifier solves by another route.
 *
 * <p>The model writes numbers {@linkplain UnitsFirst units first}; prompts and replies are turned
 * here, and nobody else ever sees that order.
 */
public final class CompactStyle implements CanonicalStyle {

  private static final List<CompactTask> TASKS = List.of(new CompactArithmetic());

  @Override
  public String name() {
    return "compact";
  }

  @Override
  public Optional<String> refusal(String question) {
    if (prompt(question, CompactTask::solve).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        TASKS.stream()
            .map(CompactTask::reach)
            .collect(Collectors.joining("; or ", "the embedded model answers only ", "")));
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
    return asked(question, CompactTask::solve);
  }

  @Override
  public Draft readSolution(String reply) {
    return draft(UnitsFirst.flipped(reply));
  }

  private static Draft draft(String text) {
    List<String> lines = CompactLines.of(text).lines();
    CompactTask task = taskOf(lines);
    Optional<String> answer = lines.isEmpty() ? Optional.empty() : task.answer(lines.getLast());
    return new Draft(text, lines.stream().map(task::shown).toList(), answer.orElse(null));
  }

  @Override
  public String criticise(String question, Solution solution) {
    return solve(question);
  }

  @Override
  public Optional<Critique> readCritique(Solution solution, String reply) {
    List<String> derived = CompactLines.written(reply).lines();
    return new Rederivation(taskOf(derived), lines(solution), derived).judged();
  }

  @Override
  public String refine(String question, Solution solution, Flawed critique) {
    return solve(question) + UnitsFirst.flipped(kept(solution, critique));
  }

  @Override
  public Draft readRefinement(Solution solution, Flawed critique, String reply) {
    return readSolution(UnitsFirst.flipped(kept(solution, critique)) + reply);
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
    return asked(question, CompactTask::verify);
  }

  @Override
  public Optional<Verdict> readVerdict(Solution outcome, String reply) {
    List<String> derived = CompactLines.written(reply).lines();
    return taskOf(derived).readVerdict(outcome, lines(outcome), derived);
  }

  @Override
  public Recital recital(String question, Solution solution) {
    return CompactLines.of(solution.text()).recital(solve(question));
  }

  private static List<String> lines(Solution solution) {
    return CompactLines.of(solution.text()).lines();
  }

  /** The kind of question that lines belong to; where they tell none, any kind reads nothing. */
  private static CompactTask taskOf(List<String> lines) {
    return TASKS.stream()
        .filter(task -> lines.stream().anyMatch(task::isStep))
        .findFirst()
        .orElse(TASKS.getFirst());
  }

  private static String asked(
      String question, BiFunction<CompactTask, String, Optional<String>> role) {
    return prompt(question, role)
        .orElseThrow(() -> new IllegalArgumentException("out of reach: " + question));
  }

  private static Optional<String> prompt(
      String question, BiFunction<CompactTask, String, Optional<String>> role) {
    return TASKS.stream().flatMap(task -> role.apply(task, question).stream()).findFirst();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.model.ModelSource;
import dev.assay.model.Reply;
import dev.assay.prompts.CanonicalProtocol;
import dev.assay.prompts.CanonicalText;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.RefiningProtocol;
import dev.assay.prompts.VerifyingProtocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The language of the embedded model, one character a token; the model card beside its weights
 * gives the grammar. The model knows nothing but to solve, so every role is a use of that: the
 * critic solves without seeing the solution, the refiner goes on from a corrected line, the
 * verifier finds the answer, or checks it, by another route.
 *
 * <p>The model writes numbers {@linkplain UnitsFirst units first}; prompts and replies are turned
 * here, and nobody else ever sees that order. Exact arithmetic checks nothing: lines of this
 * language are what its own critic was trained to check.
 */
public final class CompactProtocol
    implements CanonicalProtocol, CriticisingProtocol, RefiningProtocol, VerifyingProtocol {

  private static final String LINES = "lines that end in an answer";
  private static final String DERIVATION = "a derivation";

  @Override
  public String name() {
    return "compact";
  }

  @Override
  public Optional<String> refusal(String question) {
    return CompactTasks.of(question).isPresent()
        ? Optional.empty()
        : Optional.of("the embedded model answers only " + CompactTasks.REACH);
  }

  @Override
  public Optional<QuestionKind> kind(String question) {
    return CompactTasks.of(question).map(CompactTask::kind);
  }

  /**
   * The embedded weights, and any trained as they were: checkpoints in this process. Whoever has a
   * server run them says so by name, as an address does not tell what is behind it.
   */
  @Override
  public boolean suits(ModelSource source) {
    return source.folder() != null && source.url() == null;
  }

  @Override
  public Reading<Draft> solve(String question) {
    CompactTask task = task(question);
    return Reading.ask(
        "a solution",
        task.solve(),
        reply -> draft(task, task.turned(reply.text())).asSolution(LINES, reply));
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

  @Override
  public Reading<Critique> criticise(String question, Solution solution) {
    CompactTask task = task(question);
    return Reading.ask(
        "a critique",
        task.solve(),
        reply ->
            judgement(new Rederivation(task, lines(solution), lines(task, reply)).judged(), reply));
  }

  @Override
  public Reading<Draft> refine(String question, Solution solution, Flawed critique) {
    CompactTask task = task(question);
    String kept = task.turned(kept(solution, critique));
    return Reading.ask(
        "a revision",
        task.solve() + kept,
        reply -> draft(task, task.turned(kept + reply.text())).asSolution(LINES, reply));
  }

  /** The lines before the wrong one, and the suggestion in its place. */
  private static String kept(Solution solution, Flawed critique) {
    int first = critique.firstError();
    String suggestion = critique.suggestion();
    return CompactLines.of(solution.text()).before(first)
        + (suggestion == null ? "" : CompactLines.lettered(first, suggestion));
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    CompactTask task = task(question);
    return Reading.ask(
        "a verdict",
        task.verify(outcome),
        reply -> judgement(task.readVerdict(outcome, lines(outcome), lines(task, reply)), reply));
  }

  private static <T> Reading<T> judgement(Optional<T> judged, Reply reply) {
    return judged
        .<Reading<T>>map(each -> new Read<>(each, DERIVATION))
        .orElseGet(
            () -> new Unreadable<>("the lines tell nothing", DERIVATION + " to its end", reply));
  }

  @Override
  public CanonicalText canonical(String question, Solution solution) {
    CompactTask task = task(question);
    CompactLines lines = CompactLines.of(solution.text());
    String text = task.turned(lines.before(lines.lines().size())) + CompactLines.END;
    return new CanonicalText(task.solve(), text, lines.ends());
  }

  private static List<String> lines(Solution solution) {
    return CompactLines.of(solution.text()).lines();
  }

  private static List<String> lines(CompactTask task, Reply reply) {
    return CompactLines.of(task.turned(reply.text().strip())).lines();
  }

  private static CompactTask task(String question) {
    return CompactTasks.of(question)
        .orElseThrow(() -> new IllegalArgumentException("out of reach: " + question));
  }
}

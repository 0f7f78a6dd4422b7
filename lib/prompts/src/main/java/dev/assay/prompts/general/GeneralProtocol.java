// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.claims.ExactCritic;
import dev.assay.claims.Flaw;
import dev.assay.contracts.Comparison;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Outcome;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.equality.answers.AnswerOptions;
import dev.assay.model.ModelSource;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.BacktrackingProtocol;
import dev.assay.prompts.ComparingProtocol;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.ShownSolution;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.prompts.SummarisingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.prompts.judging.ComparisonMarker;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepReader;
import dev.assay.prompts.judging.TaggedSteps;
import dev.assay.prompts.reading.FinalAnswer;
import dev.assay.prompts.reading.FinalAnswers;
import dev.assay.prompts.reading.Steps;
import java.util.List;
import java.util.Optional;

/**
 * Any question in plain words, for a model that follows instructions: solutions are paragraphs that
 * end in a boxed answer, judgements in a marker.
 *
 * <p>Solutions are prose, in which exact arithmetic can look for false claims. A critic need not
 * ask about one that it finds; a verifier is told of them, as the last word is the model's.
 */
public final class GeneralProtocol
    implements SolvingProtocol,
        CriticisingProtocol,
        BacktrackingProtocol,
        VerifyingProtocol,
        ComparingProtocol,
        SummarisingProtocol {

  private static final String ANSWER = "a stated answer";
  private static final String MARKER =
      "a line \\box{STEPk} with the number of the first wrong step, or -1";
  private static final String COMPARED = "a last line \\box{EQUAL} or \\box{DIFFERENT}";
  private static final String CHAIN =
      "the steps to the same answer, each behind \\from{} with steps of the solution, and \\box{DONE}";

  private static final int ANSWER_TOKENS = 128;
  private static final int COMPARISON_TOKENS = 16;

  /** What ends a solution that states no answer. */
  private static final ForcedEnding ANSWER_ENDING =
      new ForcedEnding("The final answer is \\boxed{", List.of(), ANSWER_TOKENS);

  /** What ends a comparison that says neither. */
  private static final ForcedEnding COMPARISON_ENDING =
      new ForcedEnding("\\box{", List.of("EQUAL}", "DIFFERENT}"), COMPARISON_TOKENS);

  private final ExactCritic exact = new ExactCritic();
  private final GeneralPrompts prompts;

  /** In the words that come with it. */
  public GeneralProtocol() {
    this(new GeneralPrompts(GeneralPrompts.SHIPPED));
  }

  private GeneralProtocol(GeneralPrompts prompts) {
    this.prompts = prompts;
  }

  @Override
  public String name() {
    return "general";
  }

  @Override
  public PromptTexts prompts() {
    return prompts.texts();
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new GeneralProtocol(new GeneralPrompts(texts));
  }

  /** Every question may be asked. */
  @Override
  public Optional<String> refusal(String question) {
    return Optional.empty();
  }

  /** Models on servers: whatever they are, they follow instructions. */
  @Override
  public boolean suits(ModelSource source) {
    return source.url() != null;
  }

  @Override
  public Reading<Draft> solve(String question) {
    return Reading.ask(
        "a solution", prompts.solve(question), reply -> solution(question, reply), ANSWER_ENDING);
  }

  /**
   * Only an answer that the solution states is its answer. A solution that states none takes part
   * in no vote: the last number in it is more often a step on the way, and a guess of ours must not
   * be counted as the model's word. Lines that repeat the prompt are neither steps nor answers.
   */
  private Reading<Draft> solution(String question, Reply reply) {
    AnswerOptions options = AnswerOptions.of(question);
    boolean cut = reply.finish() == Finish.LENGTH;
    return Draft.read(
            reply.text().strip(),
            text -> Steps.of(prompts.own().without(text)),
            text ->
                FinalAnswers.stated(prompts.own().without(text), options, cut)
                    .map(FinalAnswer::text)
                    .filter(answer -> !prompts.own().isPhrase(answer)))
        .asSolution(ANSWER, reply);
  }

  @Override
  public Reading<Critique> criticise(String question, Solution solution) {
    return exact
        .critique(question, solution.steps())
        .<Reading<Critique>>map(flawed -> new Reading.Read<>(flawed, "exact arithmetic"))
        .orElseGet(() -> asked(question, solution));
  }

  private Reading<Critique> asked(String question, Solution solution) {
    ShownSolution shown = TaggedSteps.of(solution.steps());
    return Reading.ask(
        "a critique",
        prompts.criticise(question, shown),
        reader(question, solution)::critique,
        ending(solution),
        shown);
  }

  @Override
  public Reading<Draft> refine(String question, Solution solution, Flawed critique) {
    ShownSolution shown = TaggedSteps.of(solution.steps());
    return Reading.ask(
        "a revision",
        prompts.refine(question, shown, critique),
        reply -> solution(question, reply),
        ANSWER_ENDING,
        shown);
  }

  @Override
  public Reading<Draft> backtrack(String question, Solution solution, int step, boolean goesOn) {
    return new Backtracking(
            prompts,
            question,
            solution,
            step,
            goesOn,
            reply -> solution(question, reply),
            ANSWER_ENDING)
        .open();
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    ShownSolution shown = TaggedSteps.of(outcome.steps());
    List<Flaw> flaws = exact.flaws(question, outcome.steps(), GeneralPrompts.MOST_OBJECTIONS);
    return Reading.ask(
        "a verdict",
        prompts.verify(question, shown, flaws),
        reader(question, outcome)::verdict,
        ending(outcome),
        shown);
  }

  /** What ends a judgement that names no step. */
  private static ForcedEnding ending(Solution judged) {
    return IndexBase.ZERO.ending("\\box{STEP", judged.steps().size());
  }

  private static StepReader reader(String question, Solution solution) {
    Judged judged = Judged.of(question, solution);
    return new StepReader(reply -> StepMarker.read(reply, judged), MARKER);
  }

  /**
   * An answer that judges itself is not asked about: whoever repeats it could not be told apart.
   */
  @Override
  public Reading<Comparison> compare(String question, String one, String other) {
    if (ComparisonMarker.isIn(one) || ComparisonMarker.isIn(other)) {
      String planted = ComparisonMarker.isIn(one) ? one : other;
      return new Reading.Unreadable<>(
          "an answer holds the marker of a judgement", "answers without one", planted, null);
    }
    return Reading.ask(
        "a comparison",
        prompts.compare(question, one, other),
        reply ->
            ComparisonMarker.read(reply)
                .<Reading<Comparison>>map(said -> new Reading.Read<>(said, "a marker"))
                .orElseGet(
                    () ->
                        new Reading.Unreadable<>(
                            "the reply ends in no judgement of two answers", COMPARED, reply)),
        COMPARISON_ENDING);
  }

  @Override
  public Reading<Outcome> summarise(String question, Solution solution) {
    return Reading.ask(
        "an outcome",
        prompts.summarise(question, solution.steps()),
        reply ->
            OutcomeReader.read(question, solution, prompts.own().without(reply.text()))
                .<Reading<Outcome>>map(outcome -> new Reading.Read<>(outcome, "markers"))
                .orElseGet(
                    () ->
                        new Reading.Unreadable<>(
                            "the reply is no outcome of the solution", CHAIN, reply)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.refcritic;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.prompts.WordedProtocol;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A critique that is worth what a refiner makes of it: an analysis, a judgement of the whole
 * solution, and suggestions, in the style of RefCritic (arXiv 2507.15024), whose template and
 * weights are not public.
 */
public final class RefCriticProtocol extends WordedProtocol
    implements CriticisingProtocol, VerifyingProtocol {

  static final PromptTexts SHIPPED = PromptTexts.shipped(RefCriticProtocol.class, 1, "criticise");

  private static final ForcedEnding ENDING =
      new ForcedEnding("Judgement:", List.of(" correct", " incorrect"), 8);

  private final QuotedText quoted = QuotedText.with(JudgementLine.LIVE);
  private static final ProtocolTraits TRAITS =
      new ProtocolTraits(
          "refcritic",
          Origin.PAPER,
          new SuggestedSampling(0.6, 0.95, 16_384),
          new SuggestedSampling(1.0, 0.95, 16_384),
          List.of("it judges a solution as a whole and names no step"));

  /** In the words that come with it. */
  public RefCriticProtocol() {
    this(SHIPPED);
  }

  private RefCriticProtocol(PromptTexts prompts) {
    super(TRAITS, prompts);
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new RefCriticProtocol(texts);
  }

  @Override
  public Reading<Critique> criticise(String question, Solution solution) {
    return ask("a critique", question, solution, WholeCritique::critique);
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    return ask("a verdict", question, outcome, WholeCritique::verdict);
  }

  private <T> Reading<T> ask(
      String why, String question, Solution solution, Function<WholeCritique, T> said) {
    Judged judged = Judged.whole(question, solution);
    String prompt =
        prompts()
            .fill(
                "criticise",
                Map.of(
                    "problem", quoted.show(question),
                    "solution", quoted.show(judged.steps().getFirst())));
    return Reading.ask(
        why,
        prompt,
        reply ->
            WholeCritique.read(reply, judged)
                .<Reading<T>>map(
                    critique -> new Reading.Read<>(said.apply(critique), "its judgement"))
                .orElseGet(
                    () ->
                        new Reading.Unreadable<>(
                            "the reply judges nothing",
                            "a line Judgement: correct or Judgement: incorrect",
                            reply)),
        ENDING);
  }
}

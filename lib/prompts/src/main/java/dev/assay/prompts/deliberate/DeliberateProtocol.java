// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deliberate;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.model.Reply;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.prompts.WordedProtocol;
import dev.assay.prompts.judging.StepReader;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A critique in three calls, as DeepCritic's training data was made, of any strong model: a first
 * critique, a second look that checks the solution by other means or the first critique itself, and
 * a judgement with both at hand. The judgement alone is read.
 */
public final class DeliberateProtocol extends WordedProtocol
    implements CriticisingProtocol, VerifyingProtocol {

  private static final PromptTexts SHIPPED =
      PromptTexts.shipped(DeliberateProtocol.class, 1, "first", "second", "judge");

  private static final ProtocolTraits TRAITS =
      new ProtocolTraits(
          "deliberate",
          Origin.OURS,
          SuggestedSampling.NONE,
          SuggestedSampling.NONE,
          List.of("each judgement takes three calls"));

  /** In the words that come with it. */
  public DeliberateProtocol() {
    this(SHIPPED);
  }

  private DeliberateProtocol(PromptTexts prompts) {
    super(TRAITS, prompts);
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new DeliberateProtocol(texts);
  }

  @Override
  public Reading<Critique> criticise(String question, Solution solution) {
    return deliberate(
        new Deliberation(prompts(), question, solution), "a critique", StepReader::critique);
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    return deliberate(
        new Deliberation(prompts(), question, outcome), "a verdict", StepReader::verdict);
  }

  private static <T> Reading<T> deliberate(
      Deliberation on, String end, BiFunction<StepReader, Reply, Reading<T>> meaning) {
    return Reading.ask(
        "a first critique",
        on.first(),
        said(
            first ->
                Reading.ask(
                    "a second look",
                    on.second(first),
                    said(
                        second ->
                            Reading.ask(
                                end,
                                on.judge(first, second),
                                reply -> meaning.apply(on.reader(), reply),
                                on.ending())))));
  }

  /** What is said leads to the next question; where nothing is, there is nothing to go on with. */
  private static <T> Function<Reply, Reading<T>> said(Function<String, Reading<T>> next) {
    return reply ->
        reply.text().isBlank()
            ? StepReader.unread(reply, "a critique in words")
            : next.apply(reply.text().strip());
  }
}

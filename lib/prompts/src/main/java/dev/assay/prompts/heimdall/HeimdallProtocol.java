// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.heimdall;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.prompts.WordedProtocol;
import dev.assay.prompts.judging.ChoiceMass;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.ScoredInquiry;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.judging.WholeVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the final answer of a solution is right, said in one digit on the last line, in the style
 * of Heimdall (arXiv 2504.10337), whose weights are not public. Where a model says how likely its
 * tokens were, the likelihood of that digit is the score.
 */
public final class HeimdallProtocol extends WordedProtocol implements VerifyingProtocol {

  static final PromptTexts SHIPPED = PromptTexts.shipped(HeimdallProtocol.class, 1, "verify");

  private static final String RIGHT = "1";
  private static final List<String> DIGITS = List.of(RIGHT, "0");
  private static final SuggestedSampling SAMPLING = new SuggestedSampling(1.0, null, 32_768);
  private static final ForcedEnding ENDING = new ForcedEnding("Answer:", List.of(" 1", " 0"), 4);

  private final DigitLine lines = new DigitLine();
  private final QuotedText quoted = QuotedText.with(DigitLine.LIVE);
  private static final ProtocolTraits TRAITS =
      new ProtocolTraits(
          "heimdall",
          Origin.PAPER,
          SAMPLING,
          SAMPLING,
          List.of("it judges a solution as a whole and names no step"));

  /** In the words that come with it. */
  public HeimdallProtocol() {
    this(SHIPPED);
  }

  private HeimdallProtocol(PromptTexts prompts) {
    super(TRAITS, prompts);
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new HeimdallProtocol(texts);
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    Judged judged = Judged.whole(question, outcome);
    String prompt =
        prompts()
            .fill(
                "verify",
                Map.of(
                    "problem", quoted.show(question),
                    "solution", quoted.show(judged.steps().getFirst())));
    return new Reading.Ask<>(
        new ScoredInquiry<>(prompt, reply -> verdict(reply, judged), ENDING), "a verdict");
  }

  private Reading<Verdict> verdict(Reply reply, Judged judged) {
    // What was cut off has no last line.
    Optional<StepMention> line =
        reply.finish() == Finish.STOP ? StepMarker.last(reply, judged, lines) : Optional.empty();
    return line.<Reading<Verdict>>map(mention -> read(mention, reply))
        .orElseGet(
            () ->
                new Reading.Unreadable<>(
                    "the reply ends in no verdict", "a last line Answer: 1 or Answer: 0", reply));
  }

  private static Reading<Verdict> read(StepMention mention, Reply reply) {
    String said = reply.text().strip();
    Optional<Double> score =
        ChoiceMass.at(reply, said, DigitLine.digit(said, mention), DIGITS)
            .map(mass -> mass.share(RIGHT));
    return new Reading.Read<>(
        WholeVerdict.of(
            mention.step() == StepMention.NONE, score, StepMarker.of(mention, said).why()),
        score.isPresent() ? "the likelihood of its digit" : "its last line");
  }
}

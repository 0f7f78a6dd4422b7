// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deepcritic;

import dev.assay.contracts.Solution;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.ShownSolution;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.StepJudge;
import dev.assay.prompts.judging.StepJudgingProtocol;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepReader;
import java.util.List;
import java.util.Map;

/**
 * The DeepCritic checkpoints: one message of the user's with the steps counted from 1, answered by
 * a critique of each step up to the first wrong one and {@code **Answer**:} with its number in a
 * box.
 *
 * <p>They were trained under the default system line of Qwen, which their chat template adds where
 * no other is sent; so none is.
 */
public final class DeepCriticProtocol extends StepJudgingProtocol {

  private static final PromptTexts SHIPPED =
      PromptTexts.shipped(DeepCriticProtocol.class, 1, "judge");

  /** So long were the replies that it was tried with. */
  private static final int MAX_TOKENS = 32_768;

  private static final double TOP_P = 0.9;
  private static final String EXPECTED =
      AnswerLine.LABEL + " \\boxed{k} with the number of the first wrong step from 1, or -1";

  private static final ProtocolTraits TRAITS =
      new ProtocolTraits(
          "deepcritic",
          Origin.CHECKPOINT,
          new SuggestedSampling(0.6, TOP_P, MAX_TOKENS),
          new SuggestedSampling(1.0, TOP_P, MAX_TOKENS),
          List.of("it says what is wrong with a step, and not what the step should say"));

  /** In the words that come with it. */
  public DeepCriticProtocol() {
    this(SHIPPED);
  }

  private DeepCriticProtocol(PromptTexts prompts) {
    super(TRAITS, prompts);
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new DeepCriticProtocol(texts);
  }

  @Override
  protected StepJudge judge(String question, Solution solution) {
    ShownSolution shown = NumberedSteps.of(solution.steps());
    String prompt =
        prompts()
            .fill(
                "judge",
                Map.of(
                    "problem",
                    AnswerLine.QUOTED.show(question),
                    "steps",
                    NumberedSteps.text(shown)));
    Judged judged = Judged.of(question, solution);
    StepReader reader =
        new StepReader(
            reply ->
                StepMarker.last(reply, judged, new AnswerLine())
                    .map(found -> StepCritique.at(found, reply.text().strip())),
            EXPECTED);
    return new StepJudge(prompt, shown, reader, ending(solution));
  }

  private static ForcedEnding ending(Solution solution) {
    return IndexBase.ONE.ending(AnswerLine.LABEL + " \\boxed{", solution.steps().size());
  }
}

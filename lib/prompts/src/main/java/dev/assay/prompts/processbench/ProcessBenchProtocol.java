// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.processbench;

import dev.assay.contracts.Solution;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.ShownSolution;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.judging.BoxedStep;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.StepJudge;
import dev.assay.prompts.judging.StepJudgingProtocol;
import dev.assay.prompts.judging.StepReader;
import java.util.List;
import java.util.Map;

/**
 * Any model that follows instructions, asked as ProcessBench asks: one message of the user's with
 * the steps as tagged paragraphs counted from 0, answered by the number of the first wrong one in
 * the last box.
 */
public final class ProcessBenchProtocol extends StepJudgingProtocol {

  private static final PromptTexts SHIPPED =
      PromptTexts.shipped(ProcessBenchProtocol.class, 1, "judge");

  private static final int MAX_TOKENS = 8_192;
  private static final double TOP_P_OF_VOTES = 0.9;

  private static final BoxedStep MARKER = new BoxedStep(IndexBase.ZERO);
  private static final QuotedText QUOTED = QuotedText.with(BoxedStep.LIVE);
  private static final String EXPECTED =
      "a last \\boxed{i} with the number of the first wrong paragraph from 0, or -1";

  private static final ProtocolTraits TRAITS =
      new ProtocolTraits(
          "processbench",
          Origin.CHECKPOINT,
          new SuggestedSampling(0.0, 1.0, MAX_TOKENS),
          new SuggestedSampling(1.0, TOP_P_OF_VOTES, MAX_TOKENS),
          List.of("it names a wrong step, and need not say what the step should say"));

  /** In the words that come with it. */
  public ProcessBenchProtocol() {
    this(SHIPPED);
  }

  private ProcessBenchProtocol(PromptTexts prompts) {
    super(TRAITS, prompts);
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new ProcessBenchProtocol(texts);
  }

  @Override
  protected StepJudge judge(String question, Solution solution) {
    ShownSolution shown = QUOTED.show(solution.steps());
    String prompt =
        prompts()
            .fill(
                "judge",
                Map.of(
                    "problem",
                    QUOTED.show(question),
                    "paragraphs",
                    shown.text(ProcessBenchProtocol::paragraph, 0, "\n\n")));
    StepReader reader = StepReader.ofLast(Judged.of(question, solution), MARKER, EXPECTED);
    return new StepJudge(
        prompt, shown, reader, IndexBase.ZERO.ending("\\boxed{", solution.steps().size()));
  }

  private static String paragraph(int number, String step) {
    return "<paragraph_%d>\n%s\n</paragraph_%d>\n\n".formatted(number, step, number);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.opv;

import dev.assay.contracts.Solution;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.ShownSolution;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.StepJudge;
import dev.assay.prompts.judging.StepJudgingProtocol;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.judging.StepReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Verifiers in the style of OPV: the steps of an outcome, counted from 0, and a reply that has
 * {@code \box{STEPk}} somewhere, with a short reason behind it. No reference solution is shown, as
 * there is none.
 */
public final class OpvProtocol extends StepJudgingProtocol {

  private static final PromptTexts SHIPPED = PromptTexts.shipped(OpvProtocol.class, 1, "judge");

  /** The context that they were trained in; the paper tells no temperature. */
  private static final SuggestedSampling SAMPLING = new SuggestedSampling(null, null, 32_768);

  private static final String EXPECTED =
      "\\box{STEPk} with the number of the first wrong step from 0, or -1";

  /** Text of others, in which no line is the label of another step. */
  private static final QuotedText QUOTED =
      QuotedText.with(Pattern.compile("^\\h{0,9}STEP\\d{1,9}(:)", Pattern.MULTILINE));

  private static final ProtocolTraits TRAITS =
      new ProtocolTraits(
          "opv",
          Origin.PAPER,
          SAMPLING,
          SAMPLING,
          List.of("it names a wrong step, and need not say what the step should say"));

  /** In the words that come with it. */
  public OpvProtocol() {
    this(SHIPPED);
  }

  private OpvProtocol(PromptTexts prompts) {
    super(TRAITS, prompts);
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new OpvProtocol(texts);
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
                    "steps",
                    shown.text(OpvProtocol::step, 0, "\n\n")));
    StepReader reader = StepReader.ofLast(Judged.of(question, solution), StepMention::in, EXPECTED);
    return new StepJudge(
        prompt, shown, reader, IndexBase.ZERO.ending("\\box{STEP", solution.steps().size()));
  }

  private static String step(int number, String step) {
    return "STEP%d:\n%s\n\n".formatted(number, step);
  }
}

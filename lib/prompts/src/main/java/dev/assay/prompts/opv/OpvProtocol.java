// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.opv;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Origin;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SuggestedSampling;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.StepJudge;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.judging.StepReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifiers in the style of OPV: the steps of an outcome, counted from 0, and a reply that has
 * {@code \box{STEPk}} somewhere, with a short reason behind it. No reference solution is shown, as
 * there is none.
 */
public final class OpvProtocol implements CriticisingProtocol, VerifyingProtocol {

  private static final PromptTexts SHIPPED = PromptTexts.shipped(OpvProtocol.class, 1, "judge");

  /** The context that they were trained in. */
  private static final int MAX_TOKENS = 32_768;

  private static final String EXPECTED =
      "\\box{STEPk} with the number of the first wrong step from 0, or -1";

  /** Text of others, in which no line is the label of another step. */
  private static final QuotedText QUOTED =
      QuotedText.with(Pattern.compile("^\\h{0,9}STEP\\d{1,9}(:)", Pattern.MULTILINE));

  private final PromptTexts prompts;

  /** In the words that come with it. */
  public OpvProtocol() {
    this(SHIPPED);
  }

  private OpvProtocol(PromptTexts prompts) {
    this.prompts = prompts;
  }

  @Override
  public String name() {
    return "opv";
  }

  @Override
  public Origin origin() {
    return Origin.PAPER;
  }

  @Override
  public PromptTexts prompts() {
    return prompts;
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new OpvProtocol(texts);
  }

  /** The paper tells the length and no temperature. */
  @Override
  public SuggestedSampling oneDraw() {
    return new SuggestedSampling(null, null, MAX_TOKENS);
  }

  @Override
  public List<String> limits() {
    return List.of("it names a wrong step, and need not say what the step should say");
  }

  /** Every question may be asked. */
  @Override
  public Optional<String> refusal(String question) {
    return Optional.empty();
  }

  @Override
  public Reading<Critique> criticise(String question, Solution solution) {
    return judge(question, solution).critique();
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    return judge(question, outcome).verdict();
  }

  private StepJudge judge(String question, Solution solution) {
    String prompt =
        prompts.fill(
            "judge", Map.of("problem", QUOTED.show(question), "steps", shown(solution.steps())));
    Judged judged = Judged.of(question, solution);
    StepReader reader =
        new StepReader(
            reply ->
                StepMarker.last(reply, judged, StepMention::in)
                    .map(found -> StepMarker.of(found, reply.text().strip())),
            EXPECTED);
    return new StepJudge(
        prompt, reader, IndexBase.ZERO.ending("\\box{STEP", solution.steps().size()));
  }

  private static String shown(List<String> steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append("STEP%d:\n%s\n\n".formatted(i, QUOTED.show(steps.get(i))));
    }
    return text.toString();
  }
}

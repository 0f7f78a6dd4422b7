// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.processbench;

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
import dev.assay.prompts.judging.BoxedStep;
import dev.assay.prompts.judging.IndexBase;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.QuotedText;
import dev.assay.prompts.judging.StepJudge;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any model that follows instructions, asked as ProcessBench asks: one message of the user's with
 * the steps as tagged paragraphs counted from 0, answered by the number of the first wrong one in
 * the last box.
 */
public final class ProcessBenchProtocol implements CriticisingProtocol, VerifyingProtocol {

  private static final PromptTexts SHIPPED =
      PromptTexts.shipped(ProcessBenchProtocol.class, 1, "judge");

  private static final int MAX_TOKENS = 8_192;
  private static final double TOP_P_OF_VOTES = 0.9;

  private static final BoxedStep MARKER = new BoxedStep(IndexBase.ZERO);
  private static final QuotedText QUOTED = QuotedText.with(BoxedStep.LIVE);
  private static final String EXPECTED =
      "a last \\boxed{i} with the number of the first wrong paragraph from 0, or -1";

  private final PromptTexts prompts;

  /** In the words that come with it. */
  public ProcessBenchProtocol() {
    this(SHIPPED);
  }

  private ProcessBenchProtocol(PromptTexts prompts) {
    this.prompts = prompts;
  }

  @Override
  public String name() {
    return "processbench";
  }

  @Override
  public Origin origin() {
    return Origin.CHECKPOINT;
  }

  @Override
  public PromptTexts prompts() {
    return prompts;
  }

  @Override
  public Protocol with(PromptTexts texts) {
    return new ProcessBenchProtocol(texts);
  }

  /** Greedy. */
  @Override
  public SuggestedSampling oneDraw() {
    return new SuggestedSampling(0.0, 1.0, MAX_TOKENS);
  }

  @Override
  public SuggestedSampling votes() {
    return new SuggestedSampling(1.0, TOP_P_OF_VOTES, MAX_TOKENS);
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
            "judge",
            Map.of("problem", QUOTED.show(question), "paragraphs", shown(solution.steps())));
    Judged judged = Judged.of(question, solution);
    StepReader reader =
        new StepReader(
            reply ->
                StepMarker.last(reply, judged, MARKER)
                    .map(found -> StepMarker.of(found, reply.text().strip())),
            EXPECTED);
    return new StepJudge(
        prompt, reader, IndexBase.ZERO.ending("\\boxed{", solution.steps().size()));
  }

  private static String shown(List<String> steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append(
          "<paragraph_%d>\n%s\n</paragraph_%d>\n\n".formatted(i, QUOTED.show(steps.get(i)), i));
    }
    return text.toString();
  }
}

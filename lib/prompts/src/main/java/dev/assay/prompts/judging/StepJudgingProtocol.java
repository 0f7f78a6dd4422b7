// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.PromptTexts;
import dev.assay.prompts.ProtocolTraits;
import dev.assay.prompts.Reading;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.prompts.WordedProtocol;

/** A protocol with one question, for the first wrong step, that critics and verifiers both ask. */
public abstract class StepJudgingProtocol extends WordedProtocol
    implements CriticisingProtocol, VerifyingProtocol {

  protected StepJudgingProtocol(ProtocolTraits traits, PromptTexts prompts) {
    super(traits, prompts);
  }

  /** The question and how replies to it are read. */
  protected abstract StepJudge judge(String question, Solution solution);

  @Override
  public final Reading<Critique> criticise(String question, Solution solution) {
    return judge(question, solution).critique();
  }

  @Override
  public final Reading<Verdict> verify(String question, Solution outcome) {
    return judge(question, outcome).verdict();
  }
}

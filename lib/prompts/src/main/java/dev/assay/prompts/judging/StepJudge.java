// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Verdict;
import dev.assay.prompts.ForcedEnding;
import dev.assay.prompts.Reading;
import dev.assay.prompts.ShownSolution;

/**
 * One solution put before a judge in one message, whether critic or verifier: both are asked the
 * same by protocols that know but one question.
 *
 * @param prompt the message
 * @param shown what it shows of the solution
 * @param reader of the reply
 * @param ending of a reply that names no step
 */
public record StepJudge(
    String prompt, ShownSolution shown, StepReader reader, ForcedEnding ending) {

  /** As a critic is asked. */
  public Reading<Critique> critique() {
    return Reading.ask("a critique", prompt, reader::critique, ending, shown);
  }

  /** As a verifier is asked. */
  public Reading<Verdict> verdict() {
    return Reading.ask("a verdict", prompt, reader::verdict, ending, shown);
  }
}

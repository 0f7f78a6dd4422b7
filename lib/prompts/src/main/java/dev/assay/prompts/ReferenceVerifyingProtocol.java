// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;

/**
 * A protocol in which a final solution can be judged against the right answer, where whoever asks
 * has it: what is to be found out is then whether two answers are one, which takes no mathematics.
 */
public interface ReferenceVerifyingProtocol extends VerifyingProtocol {

  /**
   * Opens on a judgement, {@link Verdict.Correct} or {@link Verdict.FirstError}.
   *
   * @param reference the right answer
   * @throws IllegalArgumentException if the question is out of reach
   */
  Reading<Verdict> verify(String question, String reference, Solution outcome);
}

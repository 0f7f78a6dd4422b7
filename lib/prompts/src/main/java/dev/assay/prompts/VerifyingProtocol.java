// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;

/** A protocol in which a final solution can be judged. */
public interface VerifyingProtocol extends Protocol {

  /**
   * Opens on a judgement, {@link Verdict.Correct} or {@link Verdict.FirstError}.
   *
   * @throws IllegalArgumentException if the question is out of reach
   */
  Reading<Verdict> verify(String question, Solution outcome);
}

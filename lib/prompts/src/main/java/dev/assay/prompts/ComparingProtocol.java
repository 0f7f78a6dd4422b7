// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Comparison;

/**
 * A protocol in which a model can be asked whether two final answers are one, where that cannot be
 * computed.
 */
public interface ComparingProtocol extends Protocol {

  /**
   * Opens on a judgement. Whatever does not say so plainly is unreadable.
   *
   * @param one a final answer to the question, as its solution states it
   * @param other another one
   * @throws IllegalArgumentException if the question is out of reach
   */
  Reading<Comparison> compare(String question, String one, String other);
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Outcome;
import dev.assay.contracts.Solution;

/** A protocol in which a solution can be reduced to the chain of steps that leads to its answer. */
public interface SummarisingProtocol extends Protocol {

  /**
   * Opens on an outcome that reaches the solution's answer, covers only steps that the solution
   * has, and {@linkplain Outcome#of is a solution} within the bounds of one. A chain that does not
   * is unreadable: judging it would be judging something else.
   *
   * @throws IllegalArgumentException if the question is out of reach
   */
  Reading<Outcome> summarise(String question, Solution solution);
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;

/** A protocol in which a solution can be written anew with a critique in hand. */
public interface RefiningProtocol extends Protocol {

  /**
   * Opens on the whole revised solution with its answer. One that states none is unreadable, and
   * the incomplete draft is kept with that.
   *
   * @throws IllegalArgumentException if the question is out of reach
   */
  Reading<Draft> refine(String question, Solution solution, Flawed critique);
}

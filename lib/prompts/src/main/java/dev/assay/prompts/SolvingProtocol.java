// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

/** A protocol in which a model can be asked to solve a problem. */
public interface SolvingProtocol extends Protocol {

  /**
   * Opens on a solution with its answer. One that states none is unreadable, and the incomplete
   * draft is kept with that.
   *
   * @throws IllegalArgumentException if the question is out of reach
   */
  Reading<Draft> solve(String question);
}

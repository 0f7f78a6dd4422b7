// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Solution;

/** A protocol in which the first wrong step of a solution can be looked for. */
public interface CriticisingProtocol extends Protocol {

  /**
   * Opens on a judgement, {@link Critique.Sound} or {@link Critique.Flawed}.
   *
   * @throws IllegalArgumentException if the question is out of reach
   */
  Reading<Critique> criticise(String question, Solution solution);
}

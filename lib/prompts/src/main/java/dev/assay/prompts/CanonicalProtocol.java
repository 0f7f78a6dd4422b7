// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Solution;

/**
 * A protocol in which a solution has one spelling, so that a model can be asked how likely it finds
 * it. Where the same step can be said in many ways, an unlikely wording is no sign of a mistake.
 */
public interface CanonicalProtocol extends SolvingProtocol {

  /** The solution as a model of this protocol would have written it in reply to {@link #solve}. */
  CanonicalText canonical(String question, Solution solution);
}

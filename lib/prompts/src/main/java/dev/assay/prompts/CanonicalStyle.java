// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Solution;

/**
 * A style in which a solution has one spelling, so that a model can be asked how likely it finds
 * it. Where the same step can be said in many ways, an unlikely wording is no sign of a mistake.
 */
public interface CanonicalStyle extends PromptStyle {

  /** The solution as a model of this style would have written it in reply to {@link #solve}. */
  CanonicalText recital(String question, Solution solution);
}

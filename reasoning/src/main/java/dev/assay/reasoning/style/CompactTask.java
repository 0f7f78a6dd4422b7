// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A kind of question that the embedded model answers in its compact language. What is common to all
 * kinds (letters before lines, digits, going on from a correction, comparing lines) is in {@link
 * CompactStyle}; a kind says how it is asked and what its lines mean.
 *
 * <p>Lines come without their letters and in natural digit order. Readers never throw.
 */
interface CompactTask {

  /** What may be asked, with an example behind {@code such as}: the rest of a refusal. */
  String reach();

  /** The prompt that asks for a solution, or empty if the question is of another kind. */
  Optional<String> solve(String question);

  /** The prompt that has the answer found by another route, or empty as for {@link #solve}. */
  Optional<String> verify(String question);

  /** Whether a line is a complete step of this kind: so a text is known to be of it. */
  boolean isStep(String line);

  /** What a line gives as the final answer, or empty if it is no complete answer of this kind. */
  Optional<String> answer(String line);

  /** A line as people are shown it. */
  String shown(String line);

  /**
   * What a reply to {@link #verify} says about an outcome, or empty if it says nothing.
   *
   * @param claimed the outcome's lines
   * @param derived the reply's lines
   */
  Optional<Verdict> readVerdict(Solution outcome, List<String> claimed, List<String> derived);
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A question that the embedded model answers in its compact language. What is common to all kinds
 * (letters before lines, going on from a correction, comparing lines) is in {@link
 * CompactProtocol}; a kind says how it is asked and what its lines mean.
 *
 * <p>Lines come without their letters and in natural digit order. Readers never throw.
 */
interface CompactTask {

  /** What kind of question it is: what is learnt of one kind does not hold for another. */
  QuestionKind kind();

  /** The prompt that asks for a solution. */
  String solve();

  /** The prompt that has the outcome's answer checked by another route. */
  String verify(Solution outcome);

  /**
   * A text in natural digit order as the model writes it, and one of the model's in natural order.
   */
  String turned(String text);

  /** Whether a line is a complete step. */
  boolean isStep(String line);

  /** What a line gives as the final answer, or empty if it is no complete answer. */
  Optional<String> answer(String line);

  /**
   * A line as people are shown it.
   *
   * @param index of the line in the solution, from 0
   */
  String shown(int index, String line);

  /**
   * What a reply to {@link #verify} says about an outcome, or empty if it says nothing.
   *
   * @param claimed the outcome's lines
   * @param derived the reply's lines
   */
  Optional<Verdict> readVerdict(Solution outcome, List<String> claimed, List<String> derived);
}

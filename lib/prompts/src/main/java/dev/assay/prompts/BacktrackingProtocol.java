// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Solution;

/**
 * A protocol in which a solution can be taken up again before its first wrong step: what was right
 * is kept word for word, where a solution that is written anew as a whole may lose it.
 */
public interface BacktrackingProtocol extends RefiningProtocol {

  /**
   * Opens on the whole revised solution with its answer: the steps before the wrong one, another
   * one in its place, and what follows from that. Where no other one comes, the solution stays as
   * it was.
   *
   * @param step the first wrong one, from 1: before the first there is nothing to keep; the number
   *     of steps where one is missing at the end
   * @param goesOn whether the model can go on with a text
   * @throws IllegalArgumentException if the question is out of reach, or there is no such step
   */
  Reading<Draft> backtrack(String question, Solution solution, int step, boolean goesOn);
}

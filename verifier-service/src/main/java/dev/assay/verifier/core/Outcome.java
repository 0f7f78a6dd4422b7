// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Solution;

/**
 * Reduces a solution to its linear chain: the steps that lead to its answer, without dead ends and
 * self-corrections.
 *
 * <p>The steps that a solution states are taken as that chain. OPV trains on outcomes summarised by
 * a second model and falls back on the solver's own summary at inference (arXiv 2512.10756, 4.1);
 * here the solver's reply is that summary, and the indices of verdicts stay those of its steps.
 */
final class Outcome {

  private Outcome() {}

  static Solution of(Solution solution) {
    return solution;
  }
}

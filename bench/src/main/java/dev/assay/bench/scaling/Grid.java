// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.scaling;

/**
 * A fixed amount of work on every problem.
 *
 * @param attempts N
 * @param verifications M, verdicts on each outcome
 * @param revisions R, the most rounds of refinement
 */
record Grid(Route route, int attempts, int verifications, int revisions) {

  static Grid guided(int attempts, int verifications, int revisions) {
    return new Grid(Route.GUIDED, attempts, verifications, revisions);
  }

  /** The same work with refinement from a step of chance. */
  Grid blind() {
    return new Grid(Route.BLIND, attempts, verifications, revisions);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

/**
 * A fixed amount of work on every problem.
 *
 * @param attempts N
 * @param verifications M, verdicts on each outcome
 * @param revisions R, the most rounds of refinement
 */
record GridSize(RefinementMode route, int attempts, int verifications, int revisions) {

  static GridSize guided(int attempts, int verifications, int revisions) {
    return new GridSize(RefinementMode.GUIDED, attempts, verifications, revisions);
  }

  /** The same work with refinement from a step of chance. */
  GridSize blind() {
    return new GridSize(RefinementMode.BLIND, attempts, verifications, revisions);
  }
}

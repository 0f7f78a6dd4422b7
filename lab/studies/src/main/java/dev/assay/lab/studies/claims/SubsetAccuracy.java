// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

/**
 * What a critic comes to on a subset of ProcessBench.
 *
 * @param wrong accuracy on solutions with a wrong step, 0 to 1
 * @param clean accuracy on solutions without one, 0 to 1
 */
public record SubsetAccuracy(double wrong, double clean) {

  /** The harmonic mean of both. */
  double f1() {
    return wrong + clean == 0 ? 0 : 2 * wrong * clean / (wrong + clean);
  }
}

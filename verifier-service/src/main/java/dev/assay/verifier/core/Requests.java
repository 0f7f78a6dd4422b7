// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

/**
 * What may be asked for on a problem, besides attempts: by what this build is configured to do.
 *
 * @param mostVerdicts how many verdicts on one solution are evidence of their own; where a policy
 *     allows more, they are neither asked for nor reckoned with
 * @param mostComparisons how many pairs of one problem's answers an arbiter is asked about; none
 *     without one
 * @param summarised whether a solution is reduced to its outcome before it is judged
 */
public record Requests(int mostVerdicts, int mostComparisons, boolean summarised) {

  /** Verdicts alone. */
  public static Requests verdicts(int most) {
    return new Requests(most, 0, false);
  }
}

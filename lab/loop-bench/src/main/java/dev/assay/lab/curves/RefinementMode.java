// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

/** How flagged solutions are refined. */
enum RefinementMode {
  /** From the critic's step, with its suggestion: the loop. */
  GUIDED,
  /** From a step of chance, without a suggestion: a control that must lose (Tyen et al. 2024). */
  BLIND
}

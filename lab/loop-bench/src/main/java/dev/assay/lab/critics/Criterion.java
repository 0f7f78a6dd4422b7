// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.labelled.LabelledSolution;
import java.util.Locale;

/** How near to the labelled step a named one must be, in the terms of OPV (arXiv 2512.10756). */
enum Criterion {
  /** The step itself. */
  PRECISE,
  /** It, or the one before or behind it. */
  APPROXIMATE,
  /** Any: the solution was found to be wrong. */
  ROUGH;

  /**
   * Whether the wrong step of a solution was found.
   *
   * @param label of a solution that has one
   * @param named a step, one beyond all steps for no step in particular, or a negative number for
   *     none
   */
  boolean matches(int label, int named) {
    return named > LabelledSolution.CLEAN
        && switch (this) {
          case PRECISE -> named == label;
          case APPROXIMATE -> Math.abs(named - label) <= 1;
          case ROUGH -> true;
        };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

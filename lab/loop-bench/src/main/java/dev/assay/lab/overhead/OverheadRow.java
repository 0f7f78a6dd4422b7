// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import dev.assay.lab.overhead.cost.HeldMemory;
import dev.assay.lab.overhead.cost.SystemCost;
import dev.assay.lab.overhead.pace.PacedCounts;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a load.
 *
 * @param modelMillis what three calls in a row take: draft, critique, verdict
 * @param loop through the loop
 * @param cost of the loop for all of them
 * @param memory when it was over
 * @param bought what the model server saw of the loop
 * @param bare the same calls without the loop
 * @param bareMillis processor time that those cost the asking process
 * @param ideal the same calls in list scheduling
 * @param failed problems that were not answered
 * @param why what the first of them said, or null
 * @param refusals how often one was refused for now, and asked again
 */
public record OverheadRow(
    GridLoad load,
    double modelMillis,
    LoadFigures loop,
    SystemCost cost,
    HeldMemory memory,
    PacedCounts bought,
    LoadFigures bare,
    double bareMillis,
    LoadFigures ideal,
    int failed,
    @Nullable String why,
    int refusals) {

  /** Calls that have to be made. */
  int calls() {
    return load.shape().calls() * load.problems();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import dev.assay.lab.overhead.pace.PacedCounts;
import dev.assay.lab.report.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a load in which not all is alike, or of the same without what disturbs it.
 *
 * @param name what is mixed
 * @param without the same problems undisturbed, or null where this is that
 * @param loop the problems that are looked at, through the loop
 * @param ideal the same in list scheduling
 * @param calls that have to be made
 * @param bought what the model server saw
 * @param failed problems that were not answered
 * @param why what the first of them said, or null
 * @param refusals how often one was refused for now, and asked again
 */
public record MixedLoad(
    String name,
    @Nullable LoadFigures without,
    LoadFigures loop,
    LoadFigures ideal,
    int calls,
    PacedCounts bought,
    int failed,
    @Nullable String why,
    int refusals) {

  /** How much worse the problems fare: the median in times, the latest in milliseconds. */
  List<Cell> disturbance() {
    return without == null
        ? List.of(Cell.none(), Cell.none())
        : List.of(
            Cell.number(loop.p50() / without.p50(), 2), Cell.number(loop.p99() - without.p99(), 0));
  }
}

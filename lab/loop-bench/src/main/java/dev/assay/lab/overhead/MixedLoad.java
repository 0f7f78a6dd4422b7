// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import dev.assay.lab.overhead.pace.PacedCounts;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a load in which not all is alike.
 *
 * @param name what is mixed
 * @param loop the problems that are looked at, through the loop
 * @param ideal the same in list scheduling
 * @param calls that have to be made
 * @param bought what the model server saw
 * @param failed problems that were not answered
 * @param why what the first of them said, or null
 */
public record MixedLoad(
    String name,
    LoadFigures loop,
    LoadFigures ideal,
    int calls,
    PacedCounts bought,
    int failed,
    @Nullable String why) {}

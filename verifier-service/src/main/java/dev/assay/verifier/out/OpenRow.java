// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem's row, locked.
 *
 * @param problem empty while only mentions of it have arrived
 * @param fresh the events that it was locked for and that were not worked before
 * @param solutions what is known of them so far
 */
record OpenRow(
    ProblemId id,
    Optional<Problem> problem,
    boolean settled,
    @Nullable Integer attemptsAsked,
    List<Event> fresh,
    KnownSolutions solutions) {}

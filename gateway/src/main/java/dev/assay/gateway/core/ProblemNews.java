// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a problem is, as it was just committed: whoever waits for it has the problem itself, and
 * need not look.
 *
 * @param cancelRequestedAt when a caller gave it up, or null
 * @param answer how it ended, or null while it is open
 * @param lastSeq of the events recorded of it
 * @param progress by these events
 * @param complete whether everything that the answer counts has been recorded
 */
public record ProblemNews(
    @Nullable Instant cancelRequestedAt,
    @Nullable Answer answer,
    long lastSeq,
    ProblemProgress progress,
    boolean complete) {

  /** The problem as it is kept now. */
  StoredProblem of(Problem problem) {
    return new StoredProblem(
        problem,
        cancelRequestedAt,
        answer,
        answer == null ? null : answer.settledAt(),
        lastSeq,
        progress,
        complete);
  }
}

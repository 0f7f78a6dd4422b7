// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Problem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem and how far it is.
 *
 * @param cancelRequestedAt when a caller gave it up, or null
 * @param answer how it ended, or null while it is open
 * @param lastSeq of the events recorded of it, 0 if there is none
 * @param progress by these events
 * @param complete whether everything that the answer counts has been recorded
 */
public record StoredProblem(
    Problem problem,
    @Nullable Instant cancelRequestedAt,
    @Nullable Answer answer,
    @Nullable Instant settledAt,
    long lastSeq,
    ProblemProgress progress,
    boolean complete) {

  /** A problem of which nothing was heard. */
  public static StoredProblem fresh(Problem problem) {
    ProblemProgress none = new ProblemTally(problem.policy(), Map.of()).progress(false);
    return new StoredProblem(problem, null, null, null, 0, none, false);
  }

  public boolean settled() {
    return answer != null;
  }
}

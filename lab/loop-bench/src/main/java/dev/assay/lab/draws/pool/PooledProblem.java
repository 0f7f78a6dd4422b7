// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import java.util.List;
import java.util.Objects;

/**
 * All that was drawn for a problem.
 *
 * @param index its place in the set
 * @param target the right answer
 * @param votes the drafts of all attempts, and as many more as a vote may cost
 */
public record PooledProblem(
    int index, String question, String target, List<PooledAttempt> attempts, List<Vote> votes) {

  public PooledProblem {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(target, "target");
    attempts = List.copyOf(attempts);
    votes = List.copyOf(votes);
  }
}

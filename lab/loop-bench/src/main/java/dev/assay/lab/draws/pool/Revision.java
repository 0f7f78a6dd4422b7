// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import dev.assay.contracts.Critique;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A solution as the loop would have verified it, with its critique and many verdicts.
 *
 * @param answer as written, or null if the solution states none
 * @param tokens its length
 * @param calls of the attempt so far: drafting, critiques and refinements, this critique included
 * @param verdicts independent ones, from 0 to 1, NaN where it could not be read; none where there
 *     is no answer
 * @param verdictCalls what each of them took, as the second question to an unreadable reply counts
 * @param likelihood natural logarithm of the probability of its least likely token, as the verifier
 *     reads it; NaN where the verifier cannot, or there is no answer
 */
public record Revision(
    List<String> steps,
    @Nullable String answer,
    int tokens,
    int calls,
    Critique critique,
    double[] verdicts,
    int[] verdictCalls,
    double likelihood) {

  public Revision {
    steps = List.copyOf(steps);
    Objects.requireNonNull(critique, "critique");
    if (verdicts.length != verdictCalls.length) {
      throw new IllegalArgumentException(
          "verdicts: %d, their calls: %d (expected: the same)"
              .formatted(verdicts.length, verdictCalls.length));
    }
  }

  public boolean accepted() {
    return critique instanceof Critique.Sound;
  }

  public boolean flagged() {
    return critique instanceof Critique.Flawed;
  }
}

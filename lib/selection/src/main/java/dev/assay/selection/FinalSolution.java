// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What selection needs to know of the solution that an attempt came to.
 *
 * @param answer as written, or null if the solution states none
 * @param membership the group of its answer, or null while it has not been compared with the others
 * @param accepted whether the critic found it sound
 * @param tokens its length
 * @param spent by the attempt on its way here, verifications not included
 */
public record FinalSolution(
    SolutionId id,
    @Nullable String answer,
    @Nullable GroupMembership membership,
    boolean accepted,
    int tokens,
    Usage spent,
    VerdictTally verdicts) {

  public FinalSolution {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(spent, "spent");
    Objects.requireNonNull(verdicts, "verdicts");
  }

  /** One whose answer has not been compared with the others. */
  public FinalSolution(
      SolutionId id,
      @Nullable String answer,
      boolean accepted,
      int tokens,
      Usage spent,
      VerdictTally verdicts) {
    this(id, answer, null, accepted, tokens, spent, verdicts);
  }

  FinalSolution in(GroupMembership group) {
    return new FinalSolution(id, answer, group, accepted, tokens, spent, verdicts);
  }

  /** The same solution, on which so many verdicts were asked for. */
  public FinalSolution asking(int count) {
    return new FinalSolution(
        id, answer, membership, accepted, tokens, spent, verdicts.ofAsked(count));
  }

  int attempt() {
    return id.attempt().number();
  }
}

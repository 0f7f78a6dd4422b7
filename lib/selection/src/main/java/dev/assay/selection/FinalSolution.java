// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.ReplyOrigin;
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
 * @param reply how the reply came about that it was read from
 * @param repeats the attempt whose solution it is letter for letter, so that it counts for nothing
 *     of its own; null where it is one of its own
 */
public record FinalSolution(
    SolutionId id,
    @Nullable String answer,
    @Nullable GroupMembership membership,
    boolean accepted,
    int tokens,
    Usage spent,
    VerdictTally verdicts,
    ReplyOrigin reply,
    @Nullable Integer repeats) {

  public FinalSolution {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(spent, "spent");
    Objects.requireNonNull(verdicts, "verdicts");
    Objects.requireNonNull(reply, "reply");
  }

  /** One of its own, of which nobody said how it came about. */
  public FinalSolution(
      SolutionId id,
      @Nullable String answer,
      @Nullable GroupMembership membership,
      boolean accepted,
      int tokens,
      Usage spent,
      VerdictTally verdicts) {
    this(id, answer, membership, accepted, tokens, spent, verdicts, ReplyOrigin.UNKNOWN, null);
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
    return new FinalSolution(id, answer, group, accepted, tokens, spent, verdicts, reply, repeats);
  }

  /** The same solution, on which so many verdicts were asked for. */
  public FinalSolution asking(int count) {
    return new FinalSolution(
        id, answer, membership, accepted, tokens, spent, verdicts.ofAsked(count), reply, repeats);
  }

  /** The same solution, read from a reply that came about so. */
  public FinalSolution from(ReplyOrigin origin) {
    return new FinalSolution(
        id, answer, membership, accepted, tokens, spent, verdicts, origin, repeats);
  }

  /**
   * The same solution, a copy of another attempt's.
   *
   * @param attempt null for none
   */
  public FinalSolution repeating(@Nullable Integer attempt) {
    return new FinalSolution(
        id, answer, membership, accepted, tokens, spent, verdicts, reply, attempt);
  }

  int attempt() {
    return id.attempt().number();
  }
}

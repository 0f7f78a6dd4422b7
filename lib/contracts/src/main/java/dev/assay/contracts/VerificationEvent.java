// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Topic {@code verifications}: outcomes to be judged, one model call each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface VerificationEvent extends Event {

  /**
   * One more verdict is wanted.
   *
   * @param outcome the final solution, reduced to the steps that lead to its answer; null where the
   *     event only refers to it, for readers who have it
   * @param covers for each step of the outcome the steps of the final solution that it stands for,
   *     from 0; null where the outcome has the solution's own steps
   */
  @JsonTypeName("verification.requested.v1")
  record Requested(
      Problem problem,
      VerificationId verification,
      @Nullable Solution outcome,
      @Nullable List<List<Integer>> covers)
      implements VerificationEvent, Task {
    public Requested {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(verification, "verification");
      covers = covers == null ? null : covers.stream().map(List::copyOf).toList();
    }

    /** Of a solution that is judged in its own steps. */
    public Requested(Problem problem, VerificationId verification, Solution outcome) {
      this(problem, verification, outcome, null);
    }

    @Override
    public Requested referring() {
      return new Requested(problem.referred(), verification, null, covers);
    }

    /** The same about the problem and the outcome as they are. */
    public Requested with(Problem whole, Solution judged) {
      return new Requested(problem.with(whole), verification, judged, covers);
    }

    /**
     * What is to be judged.
     *
     * @throws IllegalStateException if it is elsewhere: whoever judges looks it up before
     */
    public Solution judged() {
      if (outcome == null) {
        throw new IllegalStateException(verification + ": the outcome is not at hand");
      }
      return outcome;
    }

    @Override
    public String subject() {
      return verification.toString();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/**
 * Topic {@code outcomes}: final solutions to be reduced to their outcomes, one model call each.
 * Empty where verifiers judge solutions as they are.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface OutcomeEvent extends Event {

  /**
   * The outcome of a final solution is wanted.
   *
   * @param problem with the time by which it is wanted for its deadline; what is left of the
   *     problem's own is for the verdicts
   */
  @JsonTypeName("outcome.requested.v1")
  record Requested(Problem problem, Solution solution) implements OutcomeEvent, Task {
    public Requested {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(solution, "solution");
    }

    @Override
    public Requested referring() {
      return new Requested(problem.referred(), solution);
    }

    /** The same about the problem as it is. */
    public Requested with(Problem whole) {
      return new Requested(problem.with(whole), solution);
    }

    @Override
    public String subject() {
      return solution.id().toString();
    }
  }
}

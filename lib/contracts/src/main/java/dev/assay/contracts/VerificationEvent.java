// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/** Topic {@code verifications}: outcomes to be judged, one model call each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface VerificationEvent extends Event {

  /**
   * One more verdict is wanted.
   *
   * @param outcome the final solution, reduced to the steps that lead to its answer
   */
  @JsonTypeName("verification.requested.v1")
  record Requested(Problem problem, VerificationId verification, Solution outcome)
      implements VerificationEvent, Task {
    public Requested {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(verification, "verification");
      Objects.requireNonNull(outcome, "outcome");
    }

    @Override
    public String subject() {
      return verification.toString();
    }
  }
}

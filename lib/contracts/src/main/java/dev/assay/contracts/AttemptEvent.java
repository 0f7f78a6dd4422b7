// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/** Topic {@code attempts}: solutions to be drafted, one model call each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AttemptEvent extends Event {

  /** One more independent solution is wanted. */
  @JsonTypeName("attempt.requested.v1")
  record Requested(Problem problem, AttemptId attempt) implements AttemptEvent, Task {
    public Requested {
      Problem.whole(problem);
      Objects.requireNonNull(attempt, "attempt");
    }

    @Override
    public String subject() {
      return attempt.toString();
    }
  }
}

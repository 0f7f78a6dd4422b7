// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Topic {@code problems}: what callers want. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ProblemEvent extends Event {

  @Override
  default String subject() {
    return problemId().toString();
  }

  /** A caller wants an answer. */
  @JsonTypeName("problem.submitted.v1")
  record Submitted(Problem problem) implements ProblemEvent, Task {
    public Submitted {
      Problem.whole(problem);
    }
  }

  /**
   * The caller no longer wants it. It carries the whole problem, so that it can be settled even
   * where this overtakes the submission.
   */
  @JsonTypeName("problem.cancelled.v1")
  record Cancelled(Problem problem) implements ProblemEvent, Task {
    public Cancelled {
      Problem.whole(problem);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

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

  /**
   * The caller wants nothing kept of it. Whoever keeps something deletes it, and remembers the id:
   * what is said of the problem later, or again, is not taken in any more.
   *
   * @param deletedAt when whoever took the problem in deleted it
   */
  @JsonTypeName("problem.deleted.v1")
  record Deleted(ProblemId problemId, Instant deletedAt) implements ProblemEvent {
    public Deleted {
      Objects.requireNonNull(problemId, "problem_id");
      Objects.requireNonNull(deletedAt, "deleted_at");
    }
  }
}

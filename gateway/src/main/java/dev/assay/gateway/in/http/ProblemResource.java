// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.QuestionKind;
import dev.assay.gateway.core.ProblemProgress;
import dev.assay.gateway.core.StoredProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A problem as callers see it.
 *
 * @param status open or settled
 * @param kind of question; left out where nobody says
 * @param progress by the events heard so far
 * @param answer left out while open
 */
record ProblemResource(
    ProblemId id,
    String status,
    String question,
    @Nullable QuestionKind kind,
    Policy policy,
    @JsonUnwrapped Course course,
    ProblemProgress progress,
    @Nullable Answer answer,
    Links links) {

  /**
   * What has a time.
   *
   * @param deadline when it is settled with what has arrived by then
   * @param cancelRequested whether a caller gave it up
   */
  record Course(Instant submittedAt, Instant deadline, boolean cancelRequested) {}

  /** Where more of it is. */
  record Links(String self, String events, String evidence) {}

  static ProblemResource of(StoredProblem stored) {
    Problem problem = stored.problem();
    String self = path(problem.id());
    return new ProblemResource(
        problem.id(),
        stored.settled() ? "settled" : "open",
        problem.question(),
        problem.kind(),
        problem.policy(),
        new Course(problem.submittedAt(), problem.deadline(), stored.cancelRequestedAt() != null),
        stored.progress(),
        stored.answer(),
        new Links(self, self + "/events", self + "/evidence"));
  }

  static String path(ProblemId id) {
    return "/v1/problems/" + id;
  }
}

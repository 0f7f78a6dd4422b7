// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import java.time.Instant;
import java.util.UUID;

/** Events for tests, with ids of their own. */
final class EventFixture {

  private EventFixture() {}

  static Problem problem() {
    return problem(Instant.now());
  }

  static Problem problem(Instant submittedAt) {
    return new Problem(new ProblemId(UUID.randomUUID()), "1 + 1 =", Policy.DEFAULT, submittedAt);
  }

  static AttemptEvent.Requested attempt(Problem problem, int number) {
    return new AttemptEvent.Requested(problem, new AttemptId(problem.id(), number));
  }
}

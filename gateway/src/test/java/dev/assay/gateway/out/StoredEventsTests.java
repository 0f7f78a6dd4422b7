// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.contracts.VerificationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredEventsTests {

  private final Problem problem =
      new Problem(new ProblemId(new UUID(7, 1)), "1 + 1", Policy.DEFAULT, Instant.EPOCH);
  private final SolutionId id = SolutionId.parse(problem.id() + "/0/0");
  private final Requested request =
      new Requested(
          problem, new VerificationId(id, 0), new Solution(id, "so", List.of("so"), "so", 1));

  @Test
  void anEventIsKeptWithoutItsProblemAndReadWithIt() {
    String body = StoredEvents.write(request);

    assertThat(body).doesNotContain("question");
    assertThat(StoredEvents.read(request.type(), body, problem)).isEqualTo(request);
  }

  @Test
  void oneThatReferredIsReadWithItsProblemAndStillRefersToTheOutcome() {
    String body = StoredEvents.write(request.referring());

    assertThat(StoredEvents.read(request.type(), body, problem))
        .isEqualTo(new Requested(problem, request.verification(), null, null));
  }
}

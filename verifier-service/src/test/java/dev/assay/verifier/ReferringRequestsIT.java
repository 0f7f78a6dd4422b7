// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.contracts.VerificationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas whose requests only refer to what is long; each works what the other has sent. */
class ReferringRequestsIT {

  private static final String LONG = "4*6, and " + "so on and on ".repeat(200);
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  @TempDir static Path folder;
  private static VerifierReplicas assay;

  @BeforeAll
  static void start() {
    assay = new VerifierReplicas(folder, List.of("--assay.verifier.requests=referred"));
  }

  @AfterAll
  static void stop() {
    assay.close();
  }

  @Test
  void aLongQuestionIsOnNoRequestForAVerdictAndAllVerdictsAreGiven() {
    List<Problem> problems =
        IntStream.range(0, 6).mapToObj(_ -> problem(LONG, 3, 4, DEADLINE)).toList();

    for (Problem problem : problems) {
      assay.send(new Submitted(problem));
      assay.send(sound(problem, 0, "24"), sound(problem, 1, "25"), sound(problem, 2, "24.0"));
    }

    for (Problem problem : problems) {
      Answer answer = assay.answer(problem);
      assertThat(answer.text()).isEqualTo("24");
      assertThat(answer.effectiveVerifications()).isEqualTo(4);
      assertThat(answer.usage().calls()).isEqualTo(3 * (2 + 4));
    }
    assay.settleDown();
    assertThat(assay.says(Topic.VERIFICATIONS, "so on and on")).isFalse();
    assertThat(requests(problems.getFirst())).hasSize(3 * 4).allMatch(each -> refers(each));
  }

  @Test
  void aShortOneIsBroughtAlong() {
    Problem problem = problem(1, 2);

    assay.send(new Submitted(problem), sound(problem, 0, "24"));

    assertThat(assay.answer(problem).status()).isEqualTo(Status.VERIFIED);
    assay.settleDown();
    assertThat(requests(problem)).hasSize(2).noneMatch(each -> refers(each));
  }

  /** Nobody waits for it: it is no failure, and no verdict. */
  @Test
  void aRequestOfAForgottenProblemIsDoneWith() {
    Problem forgotten = problem(LONG, 1, 2, DEADLINE);
    VerificationId verification = new VerificationId(sound(forgotten, 0, "24").solution().id(), 0);
    Problem next = problem(1, 2);

    assay.send(new Requested(forgotten.referred(), verification, null, null));
    assay.send(new Submitted(next), sound(next, 0, "24"));

    assay.answer(next);
    assay.settleDown();
    assertThat(
            assay
                .events(Topic.VERDICTS)
                .filter(event -> event.problemId().equals(forgotten.id()))
                .map(event -> ((Returned) event).verdict())
                .filter(NoVerdict.class::isInstance))
        .isEmpty();
  }

  private static List<Requested> requests(Problem problem) {
    return assay
        .events(Topic.VERIFICATIONS)
        .map(Requested.class::cast)
        .filter(event -> event.problemId().equals(problem.id()))
        .toList();
  }

  private static boolean refers(Requested request) {
    return request.problem().refers() && request.outcome() == null;
  }
}

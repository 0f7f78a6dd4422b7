// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.contracts.VerificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services would say. */
final class EvidenceEvents {

  static final Usage DRAFT_AND_CRITIQUE = new Usage(2, 20, 10, 200);

  private EvidenceEvents() {}

  static Problem problem(int attempts, int verifications) {
    return problem("4*6", attempts, verifications, Duration.ofMinutes(5));
  }

  static Problem problem(String question, int attempts, int verifications, Duration deadline) {
    return problem(question, attempts, verifications, deadline, Stopping.FIXED);
  }

  /** A problem that asks for no more than can change the decision. */
  static Problem frugal(int attempts, int verifications) {
    return problem("4*6", attempts, verifications, Duration.ofMinutes(5), Stopping.ADAPTIVE);
  }

  private static Problem problem(
      String question, int attempts, int verifications, Duration deadline, Stopping stopping) {
    Policy policy =
        new Policy(
            new Policy.Effort(attempts, verifications, 1),
            new Policy.Scoring(SelectionRule.PESSIMISTIC, 0.5),
            new Policy.Thresholds(0.5, 0.1, 0.5),
            deadline,
            stopping,
            Policy.ErrorRates.UNSET);
    return new Problem(new ProblemId(UUID.randomUUID()), question, policy, Instant.now());
  }

  static Criticised sound(Problem problem, int attempt, @Nullable String answer) {
    return criticised(problem, attempt, answer, new Sound());
  }

  static Criticised flawed(Problem problem, int attempt, @Nullable String answer) {
    return criticised(problem, attempt, answer, new Flawed(0, "no", null));
  }

  private static Criticised criticised(
      Problem problem, int attempt, @Nullable String answer, Critique critique) {
    Solution solution =
        new Solution(
            new SolutionId(new AttemptId(problem.id(), attempt), 0),
            "so " + answer,
            List.of("so"),
            answer,
            5);
    return new Criticised(
        problem, solution, critique, "critic", new Spend(Usage.NONE, DRAFT_AND_CRITIQUE));
  }

  static Drafted drafted(Problem problem, int attempt, @Nullable String answer) {
    return new Drafted(
        problem,
        flawed(problem, attempt, answer).solution(),
        "generator",
        Spend.first(new Usage(1, 10, 5, 20)));
  }

  static Returned returned(Criticised critique, int number, Verdict verdict) {
    return new Returned(
        new VerificationId(critique.solution().id(), number),
        verdict,
        "elsewhere",
        new Usage(1, 7, 1, 3));
  }

  static Abandoned abandoned(Problem problem, int attempt) {
    return new Abandoned(
        new AttemptId(problem.id(), attempt), Stage.DRAFTING, "model gone", Usage.NONE);
  }
}

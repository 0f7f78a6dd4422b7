// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Answer.Trust;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.VerdictEvent.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One event of every type, with every field set: what the golden files hold. */
final class EventExamples {

  private static final ProblemId ID = ProblemId.parse("0197f0a1-0000-7000-8000-000000000001");
  private static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final Policy POLICY =
      new Policy(
          new Policy.Effort(8, 4, 1),
          new Policy.Scoring(SelectionRule.PESSIMISTIC, 0.5),
          new Policy.Thresholds(0.7, 0.1, 0.5),
          Duration.ofMinutes(1),
          Stopping.ADAPTIVE,
          new Policy.ErrorRates(0.05, 0.1),
          new Policy.Conduct(false),
          new Budget(40, 100_000L, new Budget.Cost(new BigDecimal("0.5"), "EUR")));
  private static final Problem PROBLEM =
      new Problem(
          ID,
          "((1 + 1 + 1 + 1) * (1 + 1 + 1 + 1)) =",
          POLICY,
          THEN,
          new QuestionKind("multistep_arithmetic"),
          "16");
  private static final AttemptId ATTEMPT = new AttemptId(ID, 3);
  private static final SolutionId SOLUTION_ID = new SolutionId(ATTEMPT, 1);
  private static final ReplyOrigin REPLY =
      new ReplyOrigin(0.7, true, "0f1e2d", 9, "a1b2c3", true, 4, true);
  private static final Solution SOLUTION =
      new Solution(SOLUTION_ID, "a1+1=2#16", List.of("1+1=2", "#16"), "16", 9, REPLY);
  private static final Usage USAGE =
      new Usage(2, 40, 60, 75, new Expense(Map.of("EUR", new BigDecimal("0.00125")), 1));
  private static final Spend SPEND = Spend.first(new Usage(1, 20, 30, 50)).then(USAGE);

  static final List<Event> ALL =
      List.of(
          new ProblemEvent.Submitted(PROBLEM),
          new ProblemEvent.Cancelled(PROBLEM),
          new ProblemEvent.Deleted(PROBLEM.id(), Instant.parse("2026-11-25T10:00:00Z")),
          new AttemptEvent.Requested(PROBLEM, ATTEMPT),
          new SolutionEvent.Drafted(
              PROBLEM, SOLUTION, "generator", SPEND, FinishReason.STOP, true, "kept to step 0"),
          new CritiqueEvent.Criticised(
              PROBLEM,
              SOLUTION,
              Flawed.somewhere("1+1 is not 3", "1+1=2"),
              "critic",
              SPEND,
              FinishReason.LENGTH,
              true,
              REPLY),
          new VerificationEvent.Requested(
              PROBLEM,
              new VerificationId(SOLUTION_ID, 2),
              SOLUTION,
              List.of(List.of(0), List.of(1, 2))),
          new ComparisonEvent.Requested(
              PROBLEM, new ComparisonId(ID, 3, 5), "16", "sixteen of them"),
          new OutcomeEvent.Requested(PROBLEM, SOLUTION),
          new VerdictEvent.Returned(
              new VerificationId(SOLUTION_ID, 2),
              FirstError.somewhere("16 is not 4", 0.25),
              "seed",
              USAGE,
              FinishReason.STOP,
              true,
              0,
              REPLY),
          new VerdictEvent.Compared(
              new ComparisonId(ID, 3, 5),
              Comparison.EQUAL,
              "said twice",
              "arbiter",
              USAGE,
              FinishReason.STOP,
              true),
          new VerdictEvent.Summarised(
              SOLUTION_ID,
              new Outcome(List.of(new Outcome.Step("1+1=2", List.of(0, 1)))),
              "said twice",
              "summariser",
              USAGE,
              FinishReason.STOP),
          new VerdictEvent.Abandoned(ATTEMPT, Stage.REFINEMENT, "no such model", USAGE),
          new AnswerEvent.Settled(ID, answer()));

  private EventExamples() {}

  private static Answer answer() {
    return new Answer(
        Status.VERIFIED,
        "16",
        new Answer.Rationale("score 0.95 of at least 0.70", "16 is the only answer"),
        new Answer.Support(
            SelectionRule.PESSIMISTIC, 0.95, 0.4, 0.98, new Trust(0.99, 0.9, 0.1, 2)),
        new Answer.Work(8, 4, 6, 3.5, 1, 1, false),
        new Answer.Ranking(
            List.of(
                new AnswerGroup(
                    "16",
                    List.of(
                        new JudgedSolution(SOLUTION_ID, true, 4, 3, 2.5, 9, 1, 1, List.of(4, 6))),
                    0.97,
                    0.02,
                    Map.of(SelectionRule.PESSIMISTIC, 0.95))),
            Map.of(SelectionRule.MAJORITY, "16")),
        USAGE,
        THEN.plusSeconds(2),
        List.of(Warning.of(Warning.Code.NO_DIVERSITY, "3 solutions are one")));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.equality.answers.AnswerEquality;
import dev.assay.selection.Assurance;
import dev.assay.selection.Decision;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Lets the product's own selection choose among recorded attempts. */
final class RecordedSelection {

  private static final ProblemId ID = new ProblemId(new UUID(0, 0));
  private static final Instant START = Instant.EPOCH;
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private final Selection selection;
  private final AnswerEquality equality;
  private final SelectionRule rule;

  RecordedSelection(AnswerEquality equality, SelectionRule rule) {
    this.selection = new Selection(Assurance.NONE);
    this.equality = equality;
    this.rule = rule;
  }

  /**
   * Settles with all of them.
   *
   * @param verifications M, at least 1 even where there are no verdicts
   * @return empty if none of them states an answer
   */
  Optional<SettledCase> settle(List<RecordedAttempt> attempts, int verifications) {
    Evidence evidence =
        new Evidence(
                attempts.size(),
                IntStream.range(0, attempts.size())
                    .mapToObj(k -> solution(k, attempts.get(k)))
                    .toList(),
                List.of())
            .grouped(equality);
    Problem problem = new Problem(ID, "recorded", policy(attempts.size(), verifications), START);
    return switch (selection.decide(problem, evidence, START.plus(DEADLINE))) {
      case Decision.Settle(Answer answer) when !answer.groups().isEmpty() ->
          Optional.of(new SettledCase(answer.groups(), right(answer, attempts)));
      case Decision.Settle _, Decision.Ask _, Decision.Wait _ -> Optional.empty();
    };
  }

  private static boolean right(Answer answer, List<RecordedAttempt> attempts) {
    AttemptId first = answer.groups().getFirst().solutions().getFirst().id().attempt();
    return attempts.get(first.number()).right();
  }

  private Policy policy(int attempts, int verifications) {
    Policy usual = Policy.DEFAULT;
    return new Policy(
        new Policy.Effort(attempts, verifications, usual.revisions()),
        new Policy.Scoring(rule, usual.alpha()),
        usual.thresholds(),
        DEADLINE,
        Stopping.FIXED,
        Policy.ErrorRates.UNSET);
  }

  private static FinalSolution solution(int number, RecordedAttempt attempt) {
    return new FinalSolution(
        new SolutionId(new AttemptId(ID, number), 0),
        attempt.answer(),
        true,
        0,
        Usage.NONE,
        attempt.verdicts());
  }
}

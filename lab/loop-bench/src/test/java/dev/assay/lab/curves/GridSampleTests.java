// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.draws.pool.PooledAttempt;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Revision;
import dev.assay.lab.draws.pool.Vote;
import dev.assay.selection.Assurance;
import dev.assay.selection.Decision;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import dev.assay.selection.Selection;
import dev.assay.selection.VerdictTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSampleTests {

  private static final int ATTEMPTS = 8;
  private static final int VERDICTS = 4;

  private static final MathEquality EQUALITY = new MathEquality();

  /** Two answers that look different and are equal, others, and none. */
  private static PooledProblem anyProblem(SplittableRandom random) {
    String[] answers = {"24", "24.0", "25", "-3", null};
    List<PooledAttempt> attempts =
        IntStream.range(0, ATTEMPTS)
            .mapToObj(
                _ -> {
                  double[] verdicts =
                      random
                          .ints(VERDICTS, 0, 5)
                          .mapToDouble(i -> i > 3 ? Double.NaN : i % 2)
                          .toArray();
                  String answer = answers[random.nextInt(answers.length)];
                  Revision draft =
                      random.nextBoolean()
                          ? ScalingFixture.sound(answer, 2, verdicts)
                          : ScalingFixture.flawed(answer, 2, verdicts);
                  return ScalingFixture.attempt(draft);
                })
            .toList();
    return ScalingFixture.problem(0, attempts, List.of());
  }

  /** What the verifier service would decide, on the same evidence. */
  private static Answer settled(PooledProblem pooled) {
    ProblemId id = new ProblemId(new UUID(0, 1));
    List<FinalSolution> solutions =
        IntStream.range(0, ATTEMPTS)
            .mapToObj(
                i -> solution(new SolutionId(new AttemptId(id, i), 0), pooled.attempts().get(i)))
            .toList();
    Policy policy =
        new Policy(
            new Policy.Effort(ATTEMPTS, VERDICTS, 0),
            new Policy.Scoring(SelectionRule.PESSIMISTIC, Policy.DEFAULT.alpha()),
            new Policy.Thresholds(0.7, 0, 0.5),
            Duration.ofMinutes(1),
            Stopping.FIXED,
            Policy.ErrorRates.UNSET);
    Problem problem = new Problem(id, pooled.question(), policy, Instant.EPOCH);
    Decision decision =
        new Selection(Assurance.NONE)
            .decide(
                problem,
                new Evidence(ATTEMPTS, solutions, List.of()).grouped(EQUALITY),
                Instant.EPOCH);
    return ((Decision.Settle) decision).answer();
  }

  private static FinalSolution solution(SolutionId id, PooledAttempt attempt) {
    Revision draft = attempt.draft();
    double[] readable =
        Arrays.stream(draft.verdicts()).filter(each -> !Double.isNaN(each)).toArray();
    return new FinalSolution(
        id,
        draft.answer(),
        draft.accepted(),
        draft.tokens(),
        Usage.NONE,
        new VerdictTally(VERDICTS, readable.length, Arrays.stream(readable).sum(), Usage.NONE));
  }

  @Test
  void everyRuleChoosesAsTheVerifierServiceDoes() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 300; i++) {
      PooledProblem pooled = anyProblem(random);
      PooledCase problem = PooledCase.of(pooled, EQUALITY);
      GridSample spent =
          GridSample.on(
              problem, GridSize.guided(ATTEMPTS, VERDICTS, 0), DrawOrder.none(problem, VERDICTS));

      settled(pooled)
          .ranking()
          .choices()
          .forEach(
              (rule, answer) ->
                  assertThat(spent.right().contains(rule))
                      .as(rule + " chooses " + answer + " in " + pooled)
                      .isEqualTo(answer.startsWith("24")));
    }
  }

  @Test
  void everyCallIsBilled() {
    Revision unsure =
        new Revision(
            List.of(),
            "24",
            8,
            3,
            ScalingFixture.sound("24", 3).critique(),
            new double[] {1, Double.NaN},
            new int[] {1, 2},
            Double.NaN);
    PooledProblem pooled =
        ScalingFixture.problem(
            0,
            List.of(
                ScalingFixture.attempt(unsure),
                ScalingFixture.attempt(
                    ScalingFixture.flawed("25", 2, 0, 0), ScalingFixture.sound("24", 4, 1, 1)),
                ScalingFixture.attempt(ScalingFixture.sound(null, 3))),
            List.of());
    PooledCase problem = PooledCase.of(pooled, EQUALITY);
    DrawOrder order = DrawOrder.none(problem, 2);

    assertThat(GridSample.on(problem, GridSize.guided(3, 2, 0), order))
        .extracting(GridSample::attemptCalls, GridSample::verdictCalls)
        .containsExactly(8, 5);
    assertThat(GridSample.on(problem, GridSize.guided(3, 1, 2), order))
        .extracting(GridSample::attemptCalls, GridSample::verdictCalls)
        .containsExactly(10, 2);
  }

  @Test
  void aVoteSpendsNoMoreThanItMay() {
    List<Vote> votes = List.of(new Vote("25", 1), new Vote("24", 2), new Vote("24", 1));
    PooledCase problem = PooledCase.of(ScalingFixture.problem(0, List.of(), votes), EQUALITY);
    int[] order = {0, 1, 2};

    assertThat(Voting.right(problem.votes(), order, 0)).isFalse();
    assertThat(Voting.right(problem.votes(), order, 2)).isFalse();
    assertThat(Voting.right(problem.votes(), order, 4)).isTrue();
    assertThat(Voting.right(problem.votes(), new int[] {1, 0, 2}, 2)).isTrue();
  }

  @Test
  void whereNobodyAnswersNobodyIsRight() {
    PooledProblem pooled =
        ScalingFixture.problem(
            0, List.of(ScalingFixture.attempt(ScalingFixture.sound(null, 2))), List.of());
    PooledCase problem = PooledCase.of(pooled, EQUALITY);

    assertThat(GridSample.on(problem, GridSize.guided(1, 1, 0), DrawOrder.none(problem, 1)).right())
        .isEmpty();
  }
}

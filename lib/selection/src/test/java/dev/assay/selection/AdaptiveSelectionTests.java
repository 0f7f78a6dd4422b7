// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.CALL;
import static dev.assay.selection.EvidenceFixture.NO;
import static dev.assay.selection.EvidenceFixture.START;
import static dev.assay.selection.EvidenceFixture.YES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Verdict;
import dev.assay.equality.answers.MathEquality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop around an adaptive policy, with results that come in any order. */
class AdaptiveSelectionTests {

  private static final int ATTEMPTS = 6;
  private static final int VERIFICATIONS = 4;

  private final Selection selection = new Selection(Assurance.NONE);

  private static Policy policy(int attempts, SelectionRule rule, Stopping stopping) {
    return new Policy(
        new Policy.Effort(attempts, VERIFICATIONS, 0),
        new Policy.Scoring(rule, 0.5),
        new Policy.Thresholds(0.7, 0.1, 0.5),
        Duration.ofMinutes(1),
        stopping,
        Policy.ErrorRates.UNSET);
  }

  /** What the models would say, and what has been asked and said so far. */
  private final class World {
    private final Problem problem;
    private final Random random;
    private final String[] answers;
    private final double[] passing;
    private final Map<SolutionId, Integer> asked = new LinkedHashMap<>();
    private final Map<SolutionId, List<Verdict>> said = new LinkedHashMap<>();
    private final List<Runnable> under = new ArrayList<>();
    private int attempts;
    private int calls;

    World(SelectionRule rule, long seed, int kinds) {
      problem = EvidenceFixture.problem(policy(ATTEMPTS, rule, Stopping.ADAPTIVE));
      random = new Random(seed);
      answers = new String[ATTEMPTS];
      passing = random.doubles(kinds).toArray();
      for (int k = 0; k < ATTEMPTS; k++) {
        answers[k] = String.valueOf(random.nextInt(kinds));
      }
    }

    Answer run() {
      while (true) {
        switch (selection.decide(problem, evidence(), START)) {
          case Decision.Settle(Answer answer) -> {
            return answer;
          }
          case Decision.Ask(int more, Map<SolutionId, Integer> verdicts) -> {
            begin(more);
            verdicts.forEach(this::verify);
          }
          case Decision.Wait _ -> {
            assertThat(under).as("calls under way").isNotEmpty();
            Collections.shuffle(under, random);
            under.removeLast().run();
          }
        }
      }
    }

    private void begin(int more) {
      for (int i = 0; i < more; i++) {
        SolutionId id = new SolutionId(new AttemptId(problem.id(), attempts++), 0);
        calls++;
        under.add(() -> said.put(id, new ArrayList<>()));
      }
    }

    private void verify(SolutionId id, int more) {
      asked.merge(id, more, Integer::sum);
      double rate = passing[Integer.parseInt(answers[id.attempt().number()])];
      for (int i = 0; i < more; i++) {
        calls++;
        under.add(() -> said.get(id).add(random.nextDouble() < rate ? YES : NO));
      }
    }

    private Evidence evidence() {
      List<FinalSolution> solutions = new ArrayList<>();
      said.forEach(
          (id, verdicts) ->
              solutions.add(
                  new FinalSolution(
                      id,
                      answers[id.attempt().number()],
                      true,
                      20,
                      CALL,
                      VerdictTally.of(List.copyOf(verdicts)).ofAsked(asked.getOrDefault(id, 0)))));
      return new Evidence(attempts, solutions, List.of()).grouped(new MathEquality());
    }
  }

  @ParameterizedTest
  @EnumSource(SelectionRule.class)
  void itEndsWithinTheBudgetWhateverComesBack(SelectionRule rule) {
    for (int seed = 0; seed < 20; seed++) {
      World world = new World(rule, seed, 1 + seed % 3);

      Answer answer = world.run();

      assertThat(answer.late()).isFalse();
      assertThat(world.attempts).isLessThanOrEqualTo(ATTEMPTS);
      assertThat(world.asked.values()).allMatch(asked -> asked <= VERIFICATIONS);
      assertThat(answer.asked()).isEqualTo(world.attempts);
      assertThat(world.calls).isLessThanOrEqualTo(ATTEMPTS + ATTEMPTS * VERIFICATIONS);
    }
  }

  @Test
  void itBeginsWithTheFirstAttemptsOfThePolicy() {
    for (Stopping stopping : Stopping.values()) {
      for (int attempts : new int[] {1, 2, 8, 64}) {
        Problem problem =
            EvidenceFixture.problem(policy(attempts, SelectionRule.PESSIMISTIC, stopping));

        assertThat(selection.decide(problem, new Evidence(0, List.of(), List.of()), START))
            .isEqualTo(new Decision.Ask(problem.policy().firstAttempts(), Map.of()));
      }
    }
  }

  @Test
  void agreementEndsEarly() {
    World world = new World(SelectionRule.PESSIMISTIC, 1, 1);
    world.passing[0] = 1;

    Answer answer = world.run();

    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(world.calls).isLessThan(20);
  }

  @Test
  void aDeadlineThatCameBeforeAnyVerdictWasAskedForIsTheReason() {
    World world = new World(SelectionRule.PESSIMISTIC, 1, 1);
    world.begin(2);
    world.under.removeLast().run();

    assertThat(selection.decide(world.problem, world.evidence(), world.problem.deadline()))
        .isInstanceOfSatisfying(
            Decision.Settle.class,
            end -> {
              assertThat(end.answer().late()).isTrue();
              assertThat(end.answer().status()).isEqualTo(Status.UNCERTAIN);
              assertThat(end.answer().reason())
                  .isEqualTo("no verdict was asked for before the deadline came");
            });
  }

  @Test
  void theSameWorldIsAskedTheSame() {
    Answer one = new World(SelectionRule.PESSIMISTIC, 7, 3).run();
    Answer other = new World(SelectionRule.PESSIMISTIC, 7, 3).run();

    assertThat(one).isEqualTo(other);
  }
}

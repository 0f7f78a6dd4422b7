// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.NO;
import static dev.assay.selection.EvidenceFixture.NONE;
import static dev.assay.selection.EvidenceFixture.START;
import static dev.assay.selection.EvidenceFixture.YES;
import static dev.assay.selection.EvidenceFixture.evidence;
import static dev.assay.selection.EvidenceFixture.onGrid;
import static dev.assay.selection.EvidenceFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Verdict;
import dev.assay.selection.Decision.Settle;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Killing the verifier never raises anybody's score, whatever the evidence was. */
class DyingVerifierTests {

  private static final Verdict[] KINDS = {YES, YES, YES, NO, NONE};

  private final Selection selection = new Selection(Assurance.NONE);

  /** Random evidence: the answer of each solution, and its verdicts. */
  private record World(Policy policy, String[] answers, Verdict[][] verdicts) {

    static World random(Random random) {
      int attempts = 1 + random.nextInt(6);
      int verifications = 1 + random.nextInt(6);
      String[] answers = new String[attempts];
      Verdict[][] verdicts = new Verdict[attempts][verifications];
      for (int i = 0; i < attempts; i++) {
        answers[i] = String.valueOf(random.nextInt(3));
        Arrays.setAll(verdicts[i], _ -> KINDS[random.nextInt(KINDS.length)]);
      }
      SelectionRule[] rules = SelectionRule.values();
      Policy policy =
          new Policy(
              new Policy.Effort(attempts, verifications, 0),
              new Policy.Scoring(rules[random.nextInt(rules.length)], random.nextDouble() * 2),
              new Policy.Thresholds(
                  random.nextDouble(),
                  random.nextDouble() * 0.2,
                  0.01 + 0.99 * random.nextDouble()),
              Duration.ofMinutes(1),
              Stopping.FIXED,
              Policy.ErrorRates.UNSET);
      return new World(policy, answers, verdicts);
    }

    World with(int solution, int number, Verdict verdict) {
      Verdict[][] changed = Arrays.stream(verdicts).map(Verdict[]::clone).toArray(Verdict[][]::new);
      changed[solution][number] = verdict;
      return new World(policy, answers, changed);
    }

    World silent() {
      Verdict[][] none = new Verdict[answers.length][policy.verifications()];
      Arrays.stream(none).forEach(each -> Arrays.fill(each, NONE));
      return new World(policy, answers, none);
    }
  }

  private Answer settle(World world) {
    EvidenceFixture evidence = evidence();
    for (int i = 0; i < world.answers().length; i++) {
      evidence.solution(world.answers()[i], world.verdicts()[i]);
    }
    Decision decision = onGrid(selection, problem(world.policy()), evidence.build(), START);
    return ((Settle) decision).answer();
  }

  private static Map<String, Double> pessimistic(Answer answer) {
    return answer.groups().stream()
        .collect(
            Collectors.toMap(
                AnswerGroup::answer, group -> group.scores().get(SelectionRule.PESSIMISTIC)));
  }

  private static void assertNobodyGained(Answer before, Answer after) {
    Map<String, Double> earlier = pessimistic(before);
    pessimistic(after)
        .forEach(
            (answer, score) -> assertThat(score).isLessThanOrEqualTo(earlier.get(answer) + 1e-12));
  }

  @RepeatedTest(500)
  void losingOnePassRaisesNoScore(RepetitionInfo repetition) {
    World world = World.random(new Random(repetition.getCurrentRepetition()));
    Answer before = settle(world);

    for (int i = 0; i < world.answers().length; i++) {
      for (int m = 0; m < world.policy().verifications(); m++) {
        if (world.verdicts()[i][m] == YES) {
          Answer after = settle(world.with(i, m, NONE));
          assertNobodyGained(before, after);
          assertNotPromoted(before, after);
        }
      }
    }
  }

  private static void assertNotPromoted(Answer before, Answer after) {
    boolean sameGroup =
        before.groups().getFirst().answer().equals(after.groups().getFirst().answer());
    if (sameGroup && before.status() != Status.VERIFIED) {
      assertThat(after.status()).isNotEqualTo(Status.VERIFIED);
    }
  }

  @RepeatedTest(500)
  void losingAllVerdictsRaisesNoScoreAndVerifiesNothing(RepetitionInfo repetition) {
    World world = World.random(new Random(-repetition.getCurrentRepetition()));

    Answer after = settle(world.silent());

    assertNobodyGained(settle(world), after);
    assertThat(after.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(after.effectiveVerifications()).isZero();
  }
}

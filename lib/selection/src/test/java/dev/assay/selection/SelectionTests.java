// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.NO;
import static dev.assay.selection.EvidenceFixture.NONE;
import static dev.assay.selection.EvidenceFixture.START;
import static dev.assay.selection.EvidenceFixture.YES;
import static dev.assay.selection.EvidenceFixture.evidence;
import static dev.assay.selection.EvidenceFixture.onGrid;
import static dev.assay.selection.EvidenceFixture.policy;
import static dev.assay.selection.EvidenceFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.selection.Decision.Ask;
import dev.assay.selection.Decision.Settle;
import dev.assay.selection.Decision.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTests {

  private static final Instant EARLY = START.plusSeconds(1);
  private static final Instant DEADLINE = START.plus(Duration.ofMinutes(1));

  private final Selection selection = new Selection(Assurance.NONE);

  private Decision decide(int attempts, int verifications, EvidenceFixture evidence, Instant now) {
    return onGrid(
        selection,
        problem(policy(attempts, verifications, SelectionRule.PESSIMISTIC)),
        evidence.build(),
        now);
  }

  private Answer answer(int attempts, int verifications, EvidenceFixture evidence, Instant now) {
    return ((Settle) decide(attempts, verifications, evidence, now)).answer();
  }

  @Test
  void waitsForTheLastVerdict() {
    assertThat(decide(1, 2, evidence().solution("2", YES), EARLY)).isInstanceOf(Wait.class);
    assertThat(decide(1, 2, evidence().solution("2", YES, YES), EARLY)).isInstanceOf(Settle.class);
  }

  @Test
  void asksForTheVerdictsThatNobodyAskedFor() {
    Evidence evidence = evidence().solution("2", YES).solution(null).build();
    SolutionId first = evidence.solutions().getFirst().id();
    Problem problem = problem(policy(2, 4, SelectionRule.PESSIMISTIC));

    assertThat(selection.decide(problem, asked(evidence, 1), EARLY))
        .isEqualTo(new Ask(0, Map.of(first, 3)));
    assertThat(selection.decide(problem, asked(evidence, 4), EARLY)).isInstanceOf(Wait.class);
  }

  private static Evidence asked(Evidence evidence, int verdicts) {
    return evidence.map(each -> each.asking(verdicts)).asking(2);
  }

  @Test
  void waitsForTheLastAttempt() {
    assertThat(decide(2, 1, evidence().solution("2", YES), EARLY)).isInstanceOf(Wait.class);
    assertThat(decide(2, 1, evidence().solution("2", YES).abandoned("no"), EARLY))
        .isInstanceOf(Settle.class);
    assertThat(decide(2, 1, evidence().solution("2", YES).solution(null), EARLY))
        .isInstanceOf(Settle.class);
  }

  @Test
  void anUnreadableVerdictIsAnEndToo() {
    assertThat(decide(1, 2, evidence().solution("2", YES, NONE), EARLY)).isInstanceOf(Settle.class);
  }

  @Test
  void anAttemptThatWasNeverPlannedEndsNothing() {
    EvidenceFixture evidence = evidence().abandoned("0").abandoned("1").solution("2", YES);
    Evidence withoutFirst =
        new Evidence(2, evidence.build().solutions(), evidence.build().abandoned().subList(1, 2));

    assertThat(
            onGrid(
                selection, problem(policy(2, 1, SelectionRule.PESSIMISTIC)), withoutFirst, EARLY))
        .isInstanceOf(Wait.class);
  }

  @Test
  void agreementWithPassingVerdictsIsVerified() {
    Answer answer = answer(2, 2, evidence().solution("2", YES, YES).solution("2", YES, YES), EARLY);

    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.text()).isEqualTo("2");
    assertThat(answer.score()).isCloseTo(1 - 0.5 * Math.log(4) / 5, within(1e-12));
    assertThat(answer.support().margin()).isNull();
    assertThat(answer.effectiveVerifications()).isEqualTo(2);
    assertThat(answer.late()).isFalse();
    assertThat(answer.usage().calls()).isEqualTo(2);
    assertThat(answer.ranking().choices()).containsOnlyKeys(SelectionRule.values());
    assertThat(answer.groups().getFirst().scores()).containsOnlyKeys(SelectionRule.values());
  }

  @Test
  void theMarginIsTheDistanceToTheRunnerUp() {
    Answer answer =
        onGrid(
                    selection,
                    problem(policy(3, 1, SelectionRule.MAJORITY)),
                    evidence().solution("2", YES).solution("3", NO).solution("2", YES).build(),
                    EARLY)
                instanceof Settle settle
            ? settle.answer()
            : null;

    assertThat(answer).isNotNull();
    assertThat(answer.score()).isEqualTo(2);
    assertThat(answer.support().margin()).isEqualTo(1);
  }

  @Test
  void theBarIsThePessimisticScoreWhateverRuleDecides() {
    Answer answer =
        ((Settle)
                onGrid(
                    selection,
                    problem(policy(3, 1, SelectionRule.MAJORITY)),
                    evidence().solution("2", YES).solution("2", NO).solution("3", YES).build(),
                    EARLY))
            .answer();

    assertThat(answer.text()).isEqualTo("2");
    assertThat(answer.score()).isEqualTo(2);
    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.reason()).contains("pessimistic score 0.317 is below 0.700");
    assertThat(answer.ranking().choices()).containsEntry(SelectionRule.PESSIMISTIC, "3");
  }

  @Test
  void belowTheQuorumNothingIsVerified() {
    Answer answer = answer(1, 4, evidence().solution("2", YES, NONE, NONE, NONE), EARLY);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.reason()).contains("only 1 of 4 verdicts were readable", "0.500 is needed");
  }

  @Test
  void anAnswerThatTheVerdictsSpeakAgainstIsWithheld() {
    Answer answer = answer(1, 4, evidence().solution("2", NO, NO, NO, NO), EARLY);

    assertThat(answer.status()).isEqualTo(Status.ABSTAINED);
    assertThat(answer.text()).isNull();
    assertThat(answer.groups()).hasSize(1);
  }

  @Test
  void aDeadVerifierIsNoReasonToWithhold() {
    Answer answer = answer(1, 4, evidence().solution("2", NONE, NONE, NONE, NONE), EARLY);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.text()).isEqualTo("2");
  }

  @Test
  void atTheDeadlineWhatHasArrivedDecides() {
    Answer answer = answer(3, 2, evidence().solution("2", YES, YES), DEADLINE);

    assertThat(answer.late()).isTrue();
    assertThat(answer.text()).isEqualTo("2");
    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void verdictsThatAreMissingAtTheDeadlineCountAsAsked() {
    Answer answer = answer(1, 4, evidence().solution("2", YES), DEADLINE);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.groups().getFirst().solutions().getFirst().asked()).isEqualTo(4);
    assertThat(answer.reason()).startsWith("only 1 of 4 verdicts were readable when the deadline");
  }

  @Test
  void completeEvidenceIsNotLateHoweverLateItIs() {
    assertThat(answer(1, 1, evidence().solution("2", YES), DEADLINE.plusSeconds(9)).late())
        .isFalse();
  }

  @Test
  void withoutAnAnswerTheReasonSaysWhatBecameOfTheAttempts() {
    assertThat(answer(2, 1, evidence().abandoned("model gone").abandoned("same"), EARLY).reason())
        .isEqualTo("of 2 attempts, 2 abandoned (model gone)");
    assertThat(answer(1, 1, evidence().solution(null), EARLY).reason())
        .isEqualTo("of 1 attempts, 1 stated no answer");
    assertThat(answer(2, 1, evidence(), DEADLINE).reason())
        .isEqualTo("of 2 attempts, nothing arrived before the deadline");
    assertThat(answer(3, 1, evidence().abandoned("x").solution(null), DEADLINE).reason())
        .isEqualTo(
            "of 3 attempts, 1 abandoned (x), 1 stated no answer,"
                + " 1 not arrived before the deadline");
  }

  @Test
  void withoutAnAnswerTheProblemHasFailedAndIsBilled() {
    Answer answer = answer(2, 1, evidence().abandoned("x").solution(null), EARLY);

    assertThat(answer.status()).isEqualTo(Status.FAILED);
    assertThat(answer.work().abandoned()).isEqualTo(1);
    assertThat(answer.work().unanswered()).isEqualTo(1);
    assertThat(answer.usage().calls()).isEqualTo(2);
  }

  @Test
  void aSolutionOutranksTheAbandonmentOfItsAttempt() {
    FinalSolution solution = evidence().solution("2", YES).build().solutions().getFirst();
    Abandonment abandonment = evidence().abandoned("x").build().abandoned().getFirst();

    Evidence evidence = new Evidence(1, List.of(solution), List.of(abandonment));

    assertThat(evidence.abandoned()).isEmpty();
    assertThat(evidence.usage()).isEqualTo(EvidenceFixture.CALL);
  }

  @Test
  void aCancelledProblemHasFailed() {
    Answer answer =
        selection.cancelled(
            problem(policy(1, 1, SelectionRule.PESSIMISTIC)),
            evidence().solution("2", YES).build(),
            EARLY);

    assertThat(answer.status()).isEqualTo(Status.FAILED);
    assertThat(answer.reason()).isEqualTo("cancelled by the caller");
    assertThat(answer.usage().calls()).isEqualTo(1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

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
import dev.assay.contracts.Answer.Trust;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Verdict;
import dev.assay.selection.Decision.Settle;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A verifier that passes everything verifies nothing, as soon as two answers differ. */
class RubberStampTests {

  /** N attempts of M verdicts that all pass, with k different answers. */
  record Stamped(int attempts, int verifications, int answers) {}

  static Stream<Stamped> grids() {
    int[] sizes = {1, 2, 3, 4, 8, 16};
    return IntStream.of(2, 3, 4, 8, 16)
        .boxed()
        .flatMap(
            n ->
                IntStream.of(sizes)
                    .boxed()
                    .flatMap(m -> IntStream.rangeClosed(2, n).mapToObj(k -> new Stamped(n, m, k))));
  }

  private static Answer settled(int n, int m, SelectionRule rule, EvidenceFixture evidence) {
    return settled(policy(n, m, rule), evidence);
  }

  private static Answer settled(Policy policy, EvidenceFixture evidence) {
    return ((Settle)
            onGrid(new Selection(Assurance.NONE), problem(policy), evidence.build(), START))
        .answer();
  }

  private static Verdict[] all(Verdict verdict, int times) {
    return Collections.nCopies(times, verdict).toArray(Verdict[]::new);
  }

  @ParameterizedTest
  @MethodSource("grids")
  void differentAnswersThatAllPassAreNeverVerified(Stamped grid) {
    EvidenceFixture evidence = evidence();
    // As lopsided as can be: all but k - 1 attempts agree.
    for (int i = 0; i < grid.attempts(); i++) {
      int answer = Math.max(0, i - (grid.attempts() - grid.answers()));
      evidence.solution("" + answer, all(YES, grid.verifications()));
    }

    Answer answer =
        settled(grid.attempts(), grid.verifications(), SelectionRule.PESSIMISTIC, evidence);

    assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.UNCERTAIN);
    assertThat(trust(answer).rivals()).isEqualTo(grid.answers() - 1);
    assertThat(trust(answer).probability()).isLessThan(0.8);
  }

  @ParameterizedTest
  @EnumSource
  void whateverRuleChooses(SelectionRule rule) {
    Answer answer =
        settled(
            4,
            4,
            rule,
            evidence()
                .solution("1", all(YES, 4))
                .solution("1", all(YES, 4))
                .solution("1", all(YES, 4))
                .solution("2", all(YES, 4)));

    assertThat(answer.text()).isEqualTo("1");
    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.reason()).contains("against 1 rival answer", "0.950 is needed");
  }

  @Test
  void oneVerdictAloneVerifiesNothing() {
    Answer answer = settled(1, 1, SelectionRule.PESSIMISTIC, evidence().solution("1", YES));

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.score()).isEqualTo(1);
  }

  @Test
  void oneVerdictIsEnoughWhereThePolicyTrustsTheVerifier() {
    Policy trusting = policy(1, 1, SelectionRule.PESSIMISTIC);
    Policy policy =
        new Policy(
            trusting.effort(),
            trusting.scoring(),
            trusting.thresholds(),
            trusting.deadline(),
            trusting.stopping(),
            new Policy.ErrorRates(null, 0.02));

    Answer answer = settled(policy, evidence().solution("1", YES));

    assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.VERIFIED);
    assertThat(trust(answer).falsePass()).isCloseTo(0.02, within(1e-12));
  }

  /** Once called verified at 0.837 and at 0.827. */
  @ParameterizedTest
  @CsvSource({"16, 16", "2, 1"})
  void asManyAnswersAsAttemptsAreATieAndSayThatRivalsPassed(int attempts, int verifications) {
    EvidenceFixture evidence = evidence();
    for (int i = 0; i < attempts; i++) {
      evidence.solution("" + i, all(YES, verifications));
    }

    Answer answer = settled(policy(attempts, verifications, SelectionRule.PESSIMISTIC), evidence);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.score()).isGreaterThan(0.82);
    assertThat(trust(answer).rivals()).isEqualTo(attempts - 1);
    assertThat(trust(answer).probability()).isLessThanOrEqualTo(0.5);
  }

  @Test
  void aRivalThatPassedAsWellKeepsAMajorityFromBeingVerified() {
    EvidenceFixture evidence = evidence();
    for (int i = 0; i < 15; i++) {
      evidence.solution("1", all(YES, 16));
    }

    Answer answer =
        settled(policy(16, 16, SelectionRule.PESSIMISTIC), evidence.solution("2", all(YES, 16)));

    assertThat(answer.text()).isEqualTo("1");
    assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.UNCERTAIN);
  }

  @Test
  void whereAllAgreeTheAnswerSaysWhatItTakesForGranted() {
    Answer answer =
        settled(
            2,
            2,
            SelectionRule.PESSIMISTIC,
            evidence().solution("1", YES, YES).solution("1", YES, YES));

    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.reason())
        .contains(
            "no rival answer put the verifier to the test",
            "right answers at a rate of 0.90 and wrong ones at 0.20");
    assertThat(trust(answer).rivals()).isZero();
    assertThat(trust(answer).falsePass()).isCloseTo(0.2, within(1e-12));
  }

  /** Mathematics cannot tell whether these are one city. */
  @Test
  void answersThatMayBeEqualNeitherAgreeNorExclude() {
    EvidenceFixture evidence =
        evidence()
            .solution("Lutetia", all(YES, 4))
            .solution("Lutetia", all(YES, 4))
            .solution("the capital", all(YES, 4));

    Answer answer = settled(3, 4, SelectionRule.PESSIMISTIC, evidence);

    assertThat(answer.groups()).hasSize(2);
    assertThat(trust(answer).rivals()).isZero();
    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void aTieIsNotVerifiedEvenBetweenAnswersThatMayBeEqual() {
    EvidenceFixture evidence =
        evidence().solution("Lutetia", all(YES, 4)).solution("the capital", all(YES, 4));

    Answer answer = settled(2, 4, SelectionRule.PESSIMISTIC, evidence);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.reason()).contains("another answer, equal to it or not, has the same score");
  }

  private static Trust trust(Answer answer) {
    return Optional.ofNullable(answer.support().trust()).orElseThrow();
  }
}

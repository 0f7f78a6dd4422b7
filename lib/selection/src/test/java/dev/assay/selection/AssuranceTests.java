// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.START;
import static dev.assay.selection.EvidenceFixture.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.Calibrations;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.selection.calibration.LabelledOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssuranceTests {

  private static final QuestionKind SUMS = new QuestionKind("sums");
  private static final QuestionKind SWAPS = new QuestionKind("swaps");
  private static final Instant DEADLINE = START.plus(Duration.ofMinutes(1));

  private static Policy policy(int attempts, @Nullable Double maxErrorRate) {
    return new Policy(
        new Policy.Effort(attempts, 2, 1),
        new Policy.Scoring(SelectionRule.PESSIMISTIC, 0.5),
        new Policy.Thresholds(0.7, 0.1, 0.5),
        Duration.ofMinutes(1),
        Stopping.FIXED,
        new Policy.ErrorRates(maxErrorRate, null));
  }

  private static Policy withoutForcedEndings() {
    return PolicyOverrides.NONE
        .withConduct(new PolicyOverrides.Conduct(false))
        .over(policy(4, 0.05));
  }

  /** Four hundred outcomes: above a score of .2 all are right, below it none. */
  private static CalibrationSet learnt(@Nullable QuestionKind kind) {
    return learnt(kind, ComputeBudget.of(policy(4, null)));
  }

  private static CalibrationSet learnt(@Nullable QuestionKind kind, ComputeBudget effort) {
    List<LabelledOutcome> outcomes =
        IntStream.range(0, 400).mapToObj(i -> new LabelledOutcome(i / 1000.0, i >= 200)).toList();
    return new CalibrationSet("seed", kind, effort, LocalDate.of(2026, 11, 25), outcomes);
  }

  /** As a build kept it that forced nothing. */
  private static ComputeBudget ofBefore() {
    return new ComputeBudget(4, 2, 1, SelectionRule.PESSIMISTIC, 0.5, Stopping.FIXED, null);
  }

  private static Answer settled(
      Assurance assurance, Policy policy, EvidenceFixture evidence, Instant now) {
    return settled(assurance, SUMS, policy, evidence, now);
  }

  private static Answer settled(
      Assurance assurance,
      @Nullable QuestionKind kind,
      Policy policy,
      EvidenceFixture evidence,
      Instant now) {
    Problem problem = problem(kind, policy);
    Selection selection = new Selection(assurance);
    Evidence all = evidence.build().asking(policy.attempts());
    return ((Decision.Settle) selection.decide(problem, all, now)).answer();
  }

  private static Problem problem(@Nullable QuestionKind kind, Policy policy) {
    return new Problem(EvidenceFixture.ID, "1+1", policy, START, kind);
  }

  private static EvidenceFixture agreement() {
    return evidence().group("2", 4, 8, 2);
  }

  private static EvidenceFixture doubt() {
    return evidence().group("2", 2, 3, 2).group("3", 2, 3, 2);
  }

  @Test
  void withoutLabelledOutcomesNobodyKnowsHowSureAnAnswerIs() {
    assertThat(settled(Assurance.NONE, policy(4, null), agreement(), START).support().confidence())
        .isNull();
  }

  @Test
  void confidenceIsWhatOutcomesWithSuchEvidenceCameTo() {
    Assurance assurance = Assurance.from(learnt(SUMS));

    assertThat(settled(assurance, policy(4, null), agreement(), START).support().confidence())
        .isGreaterThan(0.95);
    assertThat(settled(assurance, policy(4, null), doubt(), START).support().confidence())
        .isLessThan(0.05);
  }

  @Test
  void eachKindGoesByItsOwnOutcomes() {
    CalibrationSet sums = learnt(SUMS);
    CalibrationSet swaps =
        new CalibrationSet(
            sums.verifier(),
            SWAPS,
            sums.effort(),
            sums.fitted(),
            sums.outcomes().stream()
                .map(each -> new LabelledOutcome(each.score(), false))
                .toList());
    Assurance assurance = Assurance.from(new Calibrations(List.of(sums, swaps)));

    assertThat(settled(assurance, SUMS, policy(4, null), agreement(), START).support().confidence())
        .isGreaterThan(0.95);
    assertThat(
            settled(assurance, SWAPS, policy(4, null), agreement(), START).support().confidence())
        .isLessThan(0.05);
    assertThat(assurance.hopeless(problem(SUMS, policy(4, 0.05)))).isEmpty();
    assertThat(assurance.hopeless(problem(SWAPS, policy(4, 0.05)))).isPresent();
  }

  @Test
  void anErrorRateThatIsKeptMakesAnAnswerVerified() {
    Answer answer = settled(Assurance.from(learnt(SUMS)), policy(4, 0.05), agreement(), START);

    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.text()).isEqualTo("2");
    assertThat(answer.reason()).contains("reaches", "at most 5.0 %");
  }

  @Test
  void belowTheThresholdNoAnswerIsGiven() {
    Answer answer = settled(Assurance.from(learnt(SUMS)), policy(4, 0.05), doubt(), START);

    assertThat(answer.status()).isEqualTo(Status.ABSTAINED);
    assertThat(answer.text()).isNull();
    assertThat(answer.reason()).contains("is below", "at most 5.0 %");
    assertThat(answer.groups()).hasSize(2);
  }

  @Test
  void aRateThatCannotBePromisedIsNotPromised() {
    Assurance assurance = Assurance.from(learnt(SUMS));

    assertThat(settled(Assurance.NONE, policy(4, 0.05), agreement(), START))
        .returns(Status.ABSTAINED, Answer::status)
        .extracting(Answer::reason)
        .asString()
        .contains("cannot be promised: there are no labelled outcomes of this verifier");
    assertThat(settled(assurance, policy(3, 0.05), evidence().group("2", 3, 6, 2), START).reason())
        .contains("gathered with another policy, N=4, M=2, R=1");
    assertThat(settled(assurance, policy(4, 0.001), agreement(), START).reason())
        .contains("cannot be promised", "more are needed");
    assertThat(settled(assurance, policy(4, 0.05), evidence().group("2", 3, 6, 2), DEADLINE))
        .returns(Status.ABSTAINED, Answer::status)
        .extracting(Answer::reason)
        .asString()
        .contains("the deadline cut the evidence short");
  }

  @Test
  void outcomesWithoutForcedVerdictsSayNothingOfAnAnswerThatHasSome() {
    Assurance ofBefore = Assurance.from(learnt(SUMS, ofBefore()));
    EvidenceFixture forced = agreement().forcing(1);

    assertThat(settled(ofBefore, policy(4, null), agreement(), START).support().confidence())
        .isGreaterThan(0.95);
    assertThat(settled(ofBefore, withoutForcedEndings(), agreement(), START).status())
        .isEqualTo(Status.VERIFIED);
    assertThat(settled(ofBefore, policy(4, null), forced, START).support().confidence()).isNull();
    assertThat(settled(ofBefore, policy(4, 0.05), forced, START))
        .returns(Status.ABSTAINED, Answer::status)
        .extracting(Answer::reason)
        .asString()
        .contains("cannot be promised: the verifier was made to give 1 of the verdicts");
  }

  @Test
  void outcomesThatWereGatheredWithForcedVerdictsSpeakWhereTheseAreAllowed() {
    Assurance assurance = Assurance.from(learnt(SUMS));

    Answer answer = settled(assurance, policy(4, 0.05), agreement().forcing(1), START);

    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.support().confidence()).isGreaterThan(0.95);
    assertThat(answer.groups().getFirst().solutions())
        .extracting(JudgedSolution::forced)
        .containsExactly(null, null, null, 1);
    assertThat(settled(assurance, withoutForcedEndings(), agreement(), START).reason())
        .contains("gathered with another policy");
  }

  @Test
  void ofAnotherKindOfQuestionNobodyKnowsHowSureAnAnswerIs() {
    Assurance assurance = Assurance.from(learnt(SUMS));

    for (QuestionKind kind : Arrays.asList(SWAPS, null)) {
      Answer answer = settled(assurance, kind, policy(4, null), agreement(), START);
      assertThat(answer.status()).isEqualTo(Status.VERIFIED);
      assertThat(answer.support().confidence()).isNull();
    }
  }

  @Test
  void ofAnotherKindOfQuestionNoRateIsPromised() {
    Assurance assurance = Assurance.from(learnt(SUMS));

    assertThat(assurance.hopeless(problem(SUMS, policy(4, 0.05)))).isEmpty();
    assertThat(assurance.hopeless(problem(SWAPS, policy(4, null)))).isEmpty();
    assertThat(assurance.hopeless(problem(SWAPS, policy(4, 0.05))))
        .hasValue(
            "max_error_rate 0.05 cannot be promised: the question is of the kind swaps, and the"
                + " labelled outcomes are of sums only; ./assay calibrate --kind swaps makes those"
                + " of its kind");
    assertThat(assurance.hopeless(problem(null, policy(4, 0.05))))
        .hasValueSatisfying(
            why -> assertThat(why).contains("nobody says of what kind", "are of sums only"));
    assertThat(settled(assurance, SWAPS, policy(4, 0.05), evidence(), START))
        .returns(Status.ABSTAINED, Answer::status)
        .extracting(Answer::reason)
        .asString()
        .contains("of the kind swaps");
  }

  @Test
  void outcomesThatDoNotSayTheirKindSayNothing() {
    Assurance assurance = Assurance.from(learnt(null));

    for (QuestionKind kind : Arrays.asList(SUMS, null)) {
      assertThat(settled(assurance, kind, policy(4, null), agreement(), START).support())
          .returns(null, Answer.Support::confidence);
      assertThat(assurance.hopeless(problem(kind, policy(4, 0.05))))
          .hasValueSatisfying(why -> assertThat(why).contains("./assay calibrate --kind"));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Policy;
import dev.assay.contracts.QuestionKind;
import dev.assay.lab.loop.LabelledEvidence;
import dev.assay.lab.loop.VerifierGain;
import dev.assay.selection.calibration.CalibrationRecord;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.selection.calibration.LabelledOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTextTests {

  private static final ComputeBudget USUAL = ComputeBudget.of(Policy.DEFAULT);

  /** As many outcomes, of rising scores. */
  private static CalibrationSet learnt(int count, IntPredicate right) {
    return new CalibrationSet(
        "m/general/t=0.7",
        new QuestionKind("sums"),
        USUAL,
        LocalDate.of(2026, 11, 28),
        IntStream.range(0, count)
            .mapToObj(i -> new LabelledOutcome(i / 1000.0, right.test(i)))
            .toList());
  }

  private static String text(CalibrationSet learnt, double... rates) {
    return text(learnt, "other", VerifierGain.NONE, rates);
  }

  private static String text(
      CalibrationSet learnt, String generator, VerifierGain gain, double... rates) {
    LabelledEvidence evidence =
        new LabelledEvidence(
            Set.of(learnt.verifier()),
            Set.of(generator),
            USUAL,
            learnt.outcomes().getFirst(),
            gain);
    List<Double> asked = IntStream.range(0, rates.length).mapToObj(i -> rates[i]).toList();
    return String.join("\n", new CalibrationText(learnt, List.of(evidence)).lines(asked));
  }

  @Test
  void whatIsKeptStandsBesideWhatItMustCost() {
    assertThat(text(learnt(400, i -> i >= 80), 0.05))
        .contains("outcomes  400, 320 of them right")
        .contains("ranking   AUROC 1.000 of the score, 320 right against 80 wrong")
        .containsPattern(
            "max_error_rate 0.05: kept from score 0\\.\\d+, by 3\\d\\d of 400 outcomes, \\d+ of them"
                + " wrong; \\d+\\.\\d % are abstained from, and at least 15.8 % are abstained from"
                + " by any rule that assumes no distribution")
        .doesNotContain("warning");
  }

  @Test
  void tooFewOutcomesPromiseNothingAndTheMissingOnesAreCounted() {
    CalibrationSet few = learnt(50, _ -> true);

    assertThat(text(few, 0.05))
        .contains(
            "max_error_rate 0.05: not kept; an error rate of 5.0 % takes at least 59 labelled"
                + " outcomes without an error, and there are 50: at least 9 more are needed")
        .contains("ranking   unknown: all outcomes are right");
    assertThat(ErrorRateText.kept(few, 0.05)).isFalse();
    assertThat(ErrorRateText.kept(few, 0.1)).isTrue();
  }

  @Test
  void aScoreThatHardlyRanksIsWarnedOf() {
    assertThat(text(learnt(100, i -> i % 2 == 0)))
        .contains("AUROC 0.490", "warning   below 0.5 wrong answers score higher");
    assertThat(text(learnt(100, i -> i % 2 == 1)))
        .contains("AUROC 0.510", "warning   below 0.6 the score hardly tells");
  }

  @Test
  void theGainIsPrintedWhereTheLabelsAllowForIt() {
    CalibrationSet learnt = learnt(100, i -> i > 20);

    assertThat(text(learnt, "other", new VerifierGain(3, 1, 6, 5, 2, 1)))
        .contains(
            "gain      +8.3 points: of judged outcomes 75.0 % are right; verdicts pass 83.3 % of"
                + " right and 50.0 % of wrong ones (6 and 2 verdicts)");
    assertThat(text(learnt)).contains("gain      unknown: of judged outcomes 0 are right");
  }

  @Test
  void whoJudgesItselfIsToldSo() {
    assertThat(text(learnt(100, i -> i > 20), "m", VerifierGain.NONE))
        .contains("warning   m judges what m wrote");
  }

  @Test
  void whatElseAFileHoldsIsListed() {
    CalibrationSet sums = learnt(10, _ -> true);
    CalibrationSet swaps =
        new CalibrationSet(
            sums.verifier(), new QuestionKind("swaps"), USUAL, sums.fitted(), List.of());

    assertThat(CalibrationText.held(CalibrationRecord.of(sums))).isEmpty();
    assertThat(CalibrationText.held(CalibrationRecord.of(sums).with(swaps)))
        .containsExactly(
            "also      of m/general/t=0.7, kind sums, " + USUAL + ": 10 outcomes of 2026-11-28");
  }

  @Test
  void aRateIsBetweenNoneAndAll() {
    assertThatThrownBy(() -> ErrorRateText.require(0)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> ErrorRateText.require(Double.NaN))
        .hasMessage("--max-error-rate: NaN (expected: above 0, below 1)");
  }
}

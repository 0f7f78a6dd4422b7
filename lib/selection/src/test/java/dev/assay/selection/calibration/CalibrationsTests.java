// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationsTests {

  private static final QuestionKind SUMS = new QuestionKind("sums");
  private static final QuestionKind SWAPS = new QuestionKind("swaps");
  private static final Policy USUAL = Policy.DEFAULT;
  private static final Policy SMALL =
      PolicyOverrides.NONE
          .withEffort(new PolicyOverrides.Effort(2, null, null))
          .over(Policy.DEFAULT);

  private static CalibrationSet set(@Nullable QuestionKind kind, Policy policy) {
    return new CalibrationSet(
        "v", kind, ComputeBudget.of(policy), LocalDate.of(2026, 1, 2), List.of());
  }

  private static final Calibrations TWO =
      new Calibrations(List.of(set(SUMS, USUAL), set(SWAPS, SMALL)));

  @Test
  void aSetSpeaksForItsKindAndPolicy() {
    assertThat(TWO.speaking(SUMS, USUAL)).contains(set(SUMS, USUAL));
    assertThat(TWO.speaking(SWAPS, SMALL)).contains(set(SWAPS, SMALL));
    assertThat(TWO.silence(SUMS, USUAL)).isEmpty();
  }

  @Test
  void itsKindUnderAnotherPolicyIsNamed() {
    assertThat(TWO.speaking(SWAPS, USUAL)).isEmpty();
    assertThat(TWO.silence(SWAPS, USUAL))
        .hasValue(
            "the labelled outcomes were gathered with another policy, "
                + ComputeBudget.of(SMALL)
                + "; ./assay calibrate makes those of this one");
  }

  @Test
  void anotherKindIsToldWhichThereAre() {
    assertThat(TWO.silence(new QuestionKind("words"), USUAL))
        .hasValue(
            "the question is of the kind words, and the labelled outcomes are of sums, swaps only;"
                + " ./assay calibrate --kind words makes those of its kind");
    assertThat(TWO.silence(null, USUAL))
        .get()
        .asString()
        .startsWith("nobody says of what kind the question is")
        .contains("sums, swaps only");
  }

  @Test
  void withoutSetsOrKindsNothingIsKnown() {
    assertThat(Calibrations.NONE.silence(SUMS, USUAL))
        .get()
        .asString()
        .startsWith("there are no labelled outcomes of this verifier");
    assertThat(new Calibrations(List.of(set(null, USUAL))).silence(null, USUAL))
        .get()
        .asString()
        .startsWith("the labelled outcomes do not say of what kind");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.QuestionKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationPromisesTests {

  /** Of the embedded verifier, under the default policy. */
  private static final String RECORD =
      Path.of("../embedded/model/weights/verifier/calibration.json").toString();

  private static final Problem RATE = problem("multistep_arithmetic", 0.05);

  private static Problem problem(String kind, @Nullable Double rate) {
    Policy policy =
        PolicyOverrides.NONE
            .withErrorRates(new PolicyOverrides.ErrorRates(rate, null))
            .over(Policy.DEFAULT);
    return new Problem(
        new ProblemId(new UUID(1, 2)), "?", policy, Instant.EPOCH, new QuestionKind(kind));
  }

  @Test
  void outcomesOfTheVerifierInUsePromise() {
    assertThat(CalibrationPromises.read(RECORD, "verifier/compact/").broken(RATE)).isEmpty();
    assertThat(CalibrationPromises.read(RECORD, "").broken(RATE)).isEmpty();
  }

  @Test
  void outcomesOfAnotherVerifierPromiseNothing() {
    var promises = CalibrationPromises.read(RECORD, "Qwen/Qwen3-8B/general/");

    assertThat(promises.broken(RATE))
        .hasValueSatisfying(
            why -> assertThat(why).contains("no labelled outcomes of this verifier", "calibrate"));
    assertThat(promises.broken(problem("multistep_arithmetic", null))).isEmpty();
  }

  @Test
  void outcomesOfAnotherKindOfQuestionPromiseNothing() {
    assertThat(
            CalibrationPromises.read(RECORD, "").broken(problem("tracking_shuffled_objects", 0.05)))
        .hasValueSatisfying(
            why -> assertThat(why).contains("tracking_shuffled_objects", "multistep_arithmetic"));
  }

  @Test
  void whereNoFileIsKnownTheVerifierDecides() {
    assertThat(CalibrationPromises.read("", "m/general/").broken(RATE)).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CalibrationPromisesTests {

  /** Of the embedded verifier, under the default policy. */
  private static final String RECORD =
      Path.of("../embedded/model/weights/verifier/calibration.json").toString();

  private static final Policy RATE =
      PolicyOverrides.NONE
          .withErrorRates(new PolicyOverrides.ErrorRates(0.05, null))
          .over(Policy.DEFAULT);

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
    assertThat(promises.broken(Policy.DEFAULT)).isEmpty();
  }

  @Test
  void whereNoFileIsKnownTheVerifierDecides() {
    assertThat(CalibrationPromises.read("", "m/general/").broken(RATE)).isEmpty();
  }
}

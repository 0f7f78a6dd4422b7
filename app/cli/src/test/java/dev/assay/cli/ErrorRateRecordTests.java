// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import dev.assay.standalone.ModelEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorRateRecordTests {

  private static final Map<String, String> EMBEDDED =
      Map.of("ASSAY_MODELS", Path.of("../../embedded/model/weights").toString());

  @TempDir Path folder;

  @Test
  void aRateThatTheRecordSupportsMayBeAskedFor() {
    assertThatCode(() -> require(policy(null, 0.05), EMBEDDED)).doesNotThrowAnyException();
    assertThatCode(() -> require(policy(3, null), Map.of())).doesNotThrowAnyException();
  }

  @Test
  void aRateThatNoAnswerCouldKeepIsRefused() {
    assertThatThrownBy(() -> require(policy(null, 0.0001), EMBEDDED))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("./assay calibrate");
  }

  @Test
  void theRecordOfAnotherPolicyIsNone() {
    assertThatThrownBy(() -> require(policy(3, 0.05), EMBEDDED))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("another policy, N=8");
  }

  @Test
  void theRecordOfAnotherVerifierIsNone() {
    Map<String, String> server =
        Map.of(
            "ASSAY_MODELS",
            EMBEDDED.get("ASSAY_MODELS"),
            "ASSAY_MODEL_URL",
            "http://localhost:1/v1",
            "ASSAY_MODEL_NAME",
            "m");

    assertThatThrownBy(() -> require(policy(null, 0.05), server))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("m/general/");
  }

  @Test
  void aFileThatIsNoneIsSaid() throws Exception {
    Path file = folder.resolve("calibration.json");
    Map<String, String> named = Map.of("ASSAY_CALIBRATION", file.toString());

    assertThatThrownBy(() -> require(policy(null, 0.05), named))
        .hasMessageContaining("no record of how answers turned out, " + file);
    Files.writeString(file, "[]");
    assertThatThrownBy(() -> require(policy(null, 0.05), named))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("./assay calibrate");
  }

  @Test
  void theRecordOfAnotherKindOfQuestionIsNone() {
    ModelEnvironment environment = new ModelEnvironment(EMBEDDED);

    assertThatThrownBy(
            () -> ErrorRateRecord.require(new QuestionKind("x"), policy(null, 0.05), environment))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "of the kind x, and the labelled outcomes are of multistep_arithmetic")
        .hasMessageContaining("./assay calibrate --kind x");
    assertThatThrownBy(() -> ErrorRateRecord.require(null, policy(null, 0.05), environment))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("multistep_arithmetic only");
  }

  private static void require(Policy policy, Map<String, String> variables) {
    ErrorRateRecord.require(
        new QuestionKind("multistep_arithmetic"), policy, new ModelEnvironment(variables));
  }

  private static Policy policy(@Nullable Integer attempts, @Nullable Double rate) {
    return PolicyOverrides.NONE
        .withEffort(new PolicyOverrides.Effort(attempts, null, null))
        .withErrorRates(new PolicyOverrides.ErrorRates(rate, null))
        .over(Policy.DEFAULT);
  }
}

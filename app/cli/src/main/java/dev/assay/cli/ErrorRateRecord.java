// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.QuestionKind;
import dev.assay.selection.calibration.CalibrationRecord;
import dev.assay.selection.calibration.Calibrations;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.risk.RiskControl;
import dev.assay.selection.risk.RiskThreshold.Attained;
import dev.assay.selection.risk.RiskThreshold.Unattainable;
import dev.assay.standalone.ModelEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Whether an error rate can be kept at all. What is known before the first call is said before it:
 * otherwise the whole loop is bought for an abstention.
 */
final class ErrorRateRecord {

  private ErrorRateRecord() {}

  /**
   * Looks at the record that a system started here would go by.
   *
   * @param kind of the question, or null where nobody says
   * @throws UsageException if no answer under this policy could be verified
   */
  static void require(@Nullable QuestionKind kind, Policy policy, ModelEnvironment environment) {
    Double rate = policy.maxErrorRate();
    if (rate == null) {
      return;
    }
    CalibrationRecord record = read(environment.calibration());
    Calibrations ours = record.of(version -> version.startsWith(environment.verifier()));
    if (ours.sets().isEmpty()) {
      throw no(
          "%s is of the verifier %s, and %s… is in use"
              .formatted(environment.calibration(), record.verifier(), environment.verifier()));
    }
    ours.silence(kind, policy)
        .ifPresent(
            why -> {
              throw no(environment.calibration() + ": " + why);
            });
    List<LabelledOutcome> outcomes = ours.speaking(kind, policy).orElseThrow().outcomes();
    switch (RiskControl.threshold(outcomes, rate, RiskControl.DELTA)) {
      case Unattainable(String reason) -> throw no(reason);
      case Attained _ -> {}
    }
  }

  private static CalibrationRecord read(Path file) {
    if (!Files.exists(file)) {
      throw no("there is no record of how answers turned out, " + file);
    }
    try {
      return Json.mapper().readValue(Files.readString(file), CalibrationRecord.class);
    } catch (IOException e) {
      throw no("cannot read " + FailureText.of(e));
    } catch (JacksonException e) {
      throw no(file + " is no record of how answers turned out");
    }
  }

  private static UsageException no(String why) {
    return new UsageException(
        "--max-error-rate cannot be kept: %s.\nMake such a record with ./assay calibrate, or leave the rate out."
            .formatted(why));
  }
}

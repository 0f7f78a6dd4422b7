// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Json;
import dev.assay.contracts.Problem;
import dev.assay.gateway.core.ErrorRatePromises;
import dev.assay.selection.Assurance;
import dev.assay.selection.calibration.CalibrationRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Promises by the labelled outcomes that the verifier goes by, where the gateway can read them. The
 * verifier looks again: it alone knows its whole version.
 */
public final class CalibrationPromises implements ErrorRatePromises {

  private final Assurance assurance;

  private CalibrationPromises(Assurance assurance) {
    this.assurance = assurance;
  }

  /**
   * @param place the file's path; blank where the gateway cannot know
   * @param verifier how the version of the verifier in use begins: outcomes of another one promise
   *     nothing; blank where the gateway cannot know
   * @throws IllegalArgumentException if it is there and no calibration
   */
  public static ErrorRatePromises read(String place, String verifier) {
    return place.isBlank()
        ? _ -> Optional.empty()
        : new CalibrationPromises(assurance(Path.of(place), verifier));
  }

  private static Assurance assurance(Path file, String verifier) {
    if (!Files.exists(file)) {
      return Assurance.NONE;
    }
    try {
      return Assurance.from(
          Json.mapper()
              .readValue(Files.readString(file), CalibrationRecord.class)
              .of(version -> version.startsWith(verifier)));
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "assay.gateway.calibration: cannot read "
              + file
              + " (expected: a file made by ./assay calibrate)",
          e);
    }
  }

  @Override
  public Optional<String> broken(Problem problem) {
    return assurance.hopeless(problem);
  }
}

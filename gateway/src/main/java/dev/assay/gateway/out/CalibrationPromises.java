// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.gateway.core.Promises;
import dev.assay.selection.Assurance;
import dev.assay.selection.calibration.CalibrationSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Promises by the labelled outcomes that the verifier goes by, where the gateway can read them. Of
 * which verifier they are only the verifier knows; it looks again.
 */
public final class CalibrationPromises implements Promises {

  private final Assurance assurance;

  private CalibrationPromises(Assurance assurance) {
    this.assurance = assurance;
  }

  /**
   * @param place the file's path; blank where the gateway cannot know
   * @throws IllegalArgumentException if it is there and no calibration
   */
  public static Promises read(String place) {
    return place.isBlank()
        ? _ -> Optional.empty()
        : new CalibrationPromises(assurance(Path.of(place)));
  }

  private static Assurance assurance(Path file) {
    if (!Files.exists(file)) {
      return Assurance.NONE;
    }
    try {
      return Assurance.from(Json.mapper().readValue(Files.readString(file), CalibrationSet.class));
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "assay.gateway.calibration: cannot read "
              + file
              + " (expected: a file made by ./assay calibrate)",
          e);
    }
  }

  @Override
  public Optional<String> broken(Policy policy) {
    return assurance.hopeless(policy);
  }
}

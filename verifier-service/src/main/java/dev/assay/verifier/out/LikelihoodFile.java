// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Json;
import dev.assay.selection.calibration.LikelihoodScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** The scale of a verifier's likelihoods, kept beside its weights as {@code likelihood.json}. */
public final class LikelihoodFile {

  private static final String WHAT = "assay.verifier.likelihood: ";
  private static final String REMEDY =
      " (expected: the likelihood.json that belongs to the verifier's weights; see docs/models.md)";

  private LikelihoodFile() {}

  /**
   * Reads a scale.
   *
   * @throws IllegalArgumentException if there is none: a likelihood alone is no verdict
   */
  public static LikelihoodScale read(String place) {
    try {
      return Json.mapper().readValue(Files.readString(Path.of(place)), LikelihoodScale.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(WHAT + "cannot read " + place + REMEDY, e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(WHAT + place + " holds no scale" + REMEDY, e);
    }
  }

  /** Writes a scale where {@link #read} finds it. */
  public static void write(Path file, LikelihoodScale scale) throws IOException {
    Files.writeString(file, Json.mapper().writeValueAsString(scale) + "\n");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Json;
import dev.assay.selection.Assurance;
import dev.assay.selection.calibration.CalibrationRecord;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.Calibrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The labelled outcomes of a verifier, as {@code ./assay calibrate} writes them. */
public final class CalibrationFile {

  private static final Logger LOG = LoggerFactory.getLogger(CalibrationFile.class);
  private static final String REMEDY = " (expected: a file made by ./assay calibrate)";

  private CalibrationFile() {}

  /**
   * What the file says of this verifier: nothing, if there is none yet, or if its outcomes are
   * another verifier's.
   *
   * @param place the file's path; blank for none
   * @param verifier the version in use
   * @throws IllegalArgumentException if it is there and no calibration
   */
  public static Assurance read(String place, String verifier) {
    if (place.isBlank()) {
      return Assurance.NONE;
    }
    Path file = Path.of(place);
    if (!Files.exists(file)) {
      LOG.warn("no {}{}: answers have no confidence, no error rate is kept", file, REMEDY);
      return Assurance.NONE;
    }
    CalibrationRecord learnt = parse(file);
    Calibrations ours = learnt.of(verifier::equals);
    if (ours.sets().isEmpty()) {
      LOG.warn(
          "{} is of {}; of {} nothing is known: answers have no confidence, no error rate is kept"
              + " (expected: outcomes of this verifier too, by ./assay calibrate)",
          file,
          verifiers(learnt),
          verifier);
    }
    ours.sets().forEach(each -> say(each, file));
    return Assurance.from(ours);
  }

  private static String verifiers(CalibrationRecord learnt) {
    return learnt.sets().stream()
        .map(CalibrationSet::verifier)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static void say(CalibrationSet learnt, Path file) {
    if (learnt.kind() == null) {
      LOG.warn(
          "{} does not say of what kind its questions are: answers have no confidence, no error"
              + " rate is kept (expected: a file made by ./assay calibrate --kind)",
          file);
    } else {
      LOG.info(
          "{} labelled outcomes of {}, questions of {} only, {}, {}",
          learnt.outcomes().size(),
          learnt.verifier(),
          learnt.kind(),
          learnt.effort(),
          learnt.fitted());
    }
  }

  private static CalibrationRecord parse(Path file) {
    try {
      return Json.mapper().readValue(Files.readString(file), CalibrationRecord.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "assay.verifier.calibration: cannot read " + file + ": " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "assay.verifier.calibration: " + file + ": no JSON of labelled outcomes" + REMEDY);
    }
  }
}

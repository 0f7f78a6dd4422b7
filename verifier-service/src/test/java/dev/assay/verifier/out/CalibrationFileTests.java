// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.QuestionKind;
import dev.assay.selection.Assurance;
import dev.assay.selection.calibration.CalibrationRecord;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.selection.calibration.LabelledOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CalibrationFileTests {

  private static final CalibrationSet LEARNT =
      new CalibrationSet(
          "seed/compact/t=0.7",
          new QuestionKind("sums"),
          ComputeBudget.of(Policy.DEFAULT),
          LocalDate.of(2026, 11, 25),
          List.of(new LabelledOutcome(0.5, true)));

  private static final Problem STRICT =
      new Problem(
          new ProblemId(new UUID(1, 2)),
          "1+1",
          PolicyOverrides.NONE
              .withErrorRates(new PolicyOverrides.ErrorRates(0.5, null))
              .over(Policy.DEFAULT),
          Instant.EPOCH,
          LEARNT.kind());

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("calibration.json"), text).toString();
  }

  @Test
  void whatIsOfThisVerifierIsUsed() throws IOException {
    String file = file(Json.mapper().writeValueAsString(LEARNT));

    assertThat(CalibrationFile.read(file, "seed/compact/t=0.7")).isNotSameAs(Assurance.NONE);
  }

  @Test
  void whatIsOfAnotherVerifierSaysNothing() throws IOException {
    String file = file(Json.mapper().writeValueAsString(LEARNT));

    assertThat(CalibrationFile.read(file, "seed/compact/t=1.0")).isSameAs(Assurance.NONE);
  }

  @Test
  void eachKindInAFileSpeaksForItself() throws IOException {
    CalibrationSet swaps =
        new CalibrationSet(
            LEARNT.verifier(),
            new QuestionKind("swaps"),
            LEARNT.effort(),
            LEARNT.fitted(),
            List.of(new LabelledOutcome(0.5, false)));
    CalibrationSet ofAnother =
        new CalibrationSet(
            "other/compact/t=0.7",
            new QuestionKind("words"),
            LEARNT.effort(),
            LEARNT.fitted(),
            List.of());
    String file =
        file(
            Json.mapper()
                .writeValueAsString(CalibrationRecord.of(LEARNT).with(swaps).with(ofAnother)));

    Assurance assurance = CalibrationFile.read(file, LEARNT.verifier());

    assertThat(assurance.hopeless(STRICT))
        .get()
        .asString()
        .contains("at least 5 labelled outcomes");
    assertThat(assurance.hopeless(ofKind("words")))
        .get()
        .asString()
        .contains("of the kind words, and the labelled outcomes are of sums, swaps only");
  }

  private static Problem ofKind(String kind) {
    return new Problem(
        STRICT.id(),
        STRICT.question(),
        STRICT.policy(),
        STRICT.submittedAt(),
        new QuestionKind(kind));
  }

  @Test
  void withoutAFileNothingIsKnown() {
    assertThat(CalibrationFile.read("", "seed")).isSameAs(Assurance.NONE);
    assertThat(CalibrationFile.read(folder.resolve("none").toString(), "seed"))
        .isSameAs(Assurance.NONE);
  }

  @Test
  void aFileOfABuildWithoutKindsSaysNothingAndIsWarnedOf() throws IOException {
    String json = Json.mapper().writeValueAsString(LEARNT);
    String file = file(json.replace("\"kind\":\"sums\",", ""));
    Logger log = (Logger) LoggerFactory.getLogger(CalibrationFile.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);

    Assurance assurance;
    try {
      assurance = CalibrationFile.read(file, "seed/compact/t=0.7");
    } finally {
      log.detachAppender(said);
    }

    assertThat(said.list)
        .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.toList())
                    .containsExactly(
                        Level.WARN,
                        file
                            + " does not say of what kind its questions are: answers have no"
                            + " confidence, no error rate is kept (expected: a file made by"
                            + " ./assay calibrate --kind)"));
    assertThat(assurance.hopeless(STRICT))
        .hasValueSatisfying(why -> assertThat(why).contains("do not say of what kind"));
  }

  @Test
  void whatIsNoCalibrationIsRefused() throws IOException {
    String file = file("{\"verifier\": 7, \"outcomes\": [");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalibrationFile.read(file, "seed"))
        .withMessageContaining("assay.verifier.calibration: " + file)
        .withMessageContaining("./assay calibrate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalibrationFile.read(folder.toString(), "seed"))
        .withMessageContaining("cannot read");
  }
}

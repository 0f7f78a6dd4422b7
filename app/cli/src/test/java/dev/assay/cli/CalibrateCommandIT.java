// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.client.AssayClient;
import dev.assay.client.ProblemView;
import dev.assay.client.RefusedException;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import dev.assay.selection.calibration.CalibrationRecord;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.standalone.EmbeddedSystem;
import dev.assay.standalone.StartUp;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labelled questions through the running loop to what can be promised. */
class CalibrateCommandIT {

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String EASY =
      "{\"question\": \"((%d + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =\", \"answer\": \"%d\"}\n";

  private static final String SUM = "((1 + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =";
  private static final String SWAPS =
      "Ann, Ben, and Cleo are playing a game. At the start of the game, they are each holding a"
          + " ball: Ann has a red ball, Ben has a blue ball, and Cleo has a green ball. As the game"
          + " progresses, pairs of players trade balls. First, Ann and Cleo swap balls. Then, Cleo"
          + " and Ben swap balls. Finally, Ben and Ann swap balls. At the end of the game, Ben has"
          + " the Options: (A) red ball. (B) blue ball. (C) green ball.";

  @TempDir Path folder;

  @BeforeAll
  static void home() {
    System.setProperty("assay.home", Path.of("../..").toAbsolutePath().normalize().toString());
  }

  @Test
  void labelledQuestionsBecomeARecordOfTheVerifier() throws Exception {
    Path questions = folder.resolve("questions.jsonl");
    // The second answer is wrong on purpose: the record says what came out, not what we hope.
    Files.writeString(questions, EASY.formatted(1, 14) + EASY.formatted(2, 99));
    Path out = folder.resolve("calibration.json");
    Files.writeString(out, Json.mapper().writeValueAsString(CalibrationRecord.of(ofAnotherKind())));
    try (EmbeddedSystem system = EmbeddedSystem.start(folder.resolve("data"), 0, StartUp.SILENT)) {
      URI url = system.running().url().orElseThrow();

      int code =
          Assay.run(
              "calibrate",
              "--labelled",
              questions.toString(),
              "--url",
              url.toString(),
              "--out",
              out.toString());

      assertThat(code).isZero();
      CalibrationRecord record =
          Json.mapper().readValue(Files.readString(out), CalibrationRecord.class);
      assertThat(record.sets()).hasSize(2).contains(ofAnotherKind());
      CalibrationSet learnt = record.sets().getFirst();
      assertThat(learnt.verifier()).isEqualTo("verifier/compact/t=0.7");
      assertThat(learnt.effort()).isEqualTo(ComputeBudget.of(Policy.DEFAULT));
      assertThat(learnt.outcomes()).hasSize(2);
      assertThat(learnt.outcomes().get(1).right()).isFalse();
      assertThat(learnt.kind()).hasToString("multistep_arithmetic");
      assertThatThrownBy(() -> submit(url, SUM, 0.0001))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("max_error_rate 1.0E-4 cannot be promised");
      onlyTheLabelledKindHasConfidence(url);
    }
  }

  private static CalibrationSet ofAnotherKind() {
    return new CalibrationSet(
        "verifier/compact/t=0.7",
        new QuestionKind("words"),
        ComputeBudget.of(Policy.DEFAULT),
        LocalDate.of(2026, 11, 25),
        List.of(new LabelledOutcome(0.5, true)));
  }

  /** The record that the embedded verifier comes with is of arithmetic. */
  private static void onlyTheLabelledKindHasConfidence(URI url) {
    SettlementPolling settling = polling(url);
    ProblemView sum = settling.await(submit(url, SUM, null), _ -> {});
    ProblemView swaps = settling.await(submit(url, SWAPS, null), _ -> {});

    assertThat(sum.settledAnswer().support().confidence()).isGreaterThan(0.5);
    assertThat(swaps.json().path("kind").asString()).isEqualTo("tracking_shuffled_objects");
    assertThat(swaps.settledAnswer().groups()).isNotEmpty();
    assertThat(swaps.settledAnswer().support().confidence()).isNull();
    assertThatThrownBy(() -> submit(url, SWAPS, 0.05))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("of the kind tracking_shuffled_objects")
        .hasMessageContaining("outcomes are of multistep_arithmetic only")
        .hasMessageContaining("./assay calibrate --kind tracking_shuffled_objects");
  }

  private static String submit(URI url, String question, @Nullable Double rate) {
    return polling(url)
        .submit(
            question,
            PolicyOverrides.NONE.withErrorRates(new PolicyOverrides.ErrorRates(rate, null)),
            question.substring(0, 16) + rate);
  }

  private static SettlementPolling polling(URI url) {
    return new SettlementPolling(new AssayClient(url), DEADLINE);
  }
}

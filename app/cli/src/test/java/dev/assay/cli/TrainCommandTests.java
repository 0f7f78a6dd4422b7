// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.tensorflow.trainer.LossLog;
import dev.assay.model.tensorflow.trainer.LossReport;
import dev.assay.model.tensorflow.trainer.ProgressSink;
import dev.assay.model.tensorflow.trainer.RunFolder;
import dev.assay.model.tensorflow.trainer.TrainerState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command around a training that takes no time. */
class TrainCommandTests {

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> trained = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  @Test
  void weightsAndTheirLossAreNamed() {
    assertThat(run("--minutes", "5")).isZero();

    assertThat(trained).containsExactly("5 minutes, seed 1");
    assertThat(text(out))
        .isEqualTo(
            """
            weights  %1$s/critic
            loss     %1$s/runs/loss.svg
            use      ASSAY_MODELS=%1$s ./assay serve
            """
                .formatted(folder));
    assertThat(text(err)).contains("critic: hard at it\n", "critic: done\n");
    assertThat(folder.resolve("runs/loss.svg"))
        .content()
        .startsWith("<svg")
        .contains("critic", "verifier", "nats per token");
  }

  @Test
  void theSameCommandGoesOnInItsFolder() {
    assertThat(run("--minutes", "5", "--seed", "3")).isZero();
    assertThat(run("--minutes", "5", "--seed", "3")).isZero();
    assertThat(run("--minutes", "6", "--seed", "3")).isEqualTo(2);

    assertThat(text(err))
        .doesNotContain("\tat ")
        .contains(
            "was begun with --minutes 5 --seed 3 (asked for: --minutes 6 --seed 3); ask for the"
                + " same to go on, or choose another folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "soon", "3000000000"})
  void minutesThatAreNoneAreRefused(String minutes) {
    assertThat(run("--minutes", minutes)).isEqualTo(2);
    assertThat(text(err)).contains("--minutes");
    assertThat(trained).isEmpty();
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("thesis.tex"));
    assertThat(run("--minutes", "5")).isEqualTo(2);
    assertThat(text(err)).contains("has files, but no training (expected: a new folder");

    assertThat(run("--minutes", "5", "--out", file.toString())).isEqualTo(2);
    assertThat(text(err)).contains("--out: cannot write to " + file);
    assertThat(trained).isEmpty();
  }

  @Test
  void helpSaysWhatCanBeTrained() {
    assertThat(Assay.run("train")).isEqualTo(2);
    assertThat(Assay.run("train", "arithmetic")).isEqualTo(2);
    assertThat(Assay.run("train", "arithmetic", "--help")).isZero();
    assertThat(text(out)).contains("--minutes", "the same command goes on where it was");
  }

  private int run(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", folder.toString()));
    }
    return Assay.line(new TrainArithmeticCommand(this::train)).execute(all.toArray(String[]::new));
  }

  private List<Path> train(Path pack, int minutes, long seed, ProgressSink sink) {
    Map<String, String> recipe = Map.of("minutes", minutes + "", "seed", seed + "");
    for (String name : List.of("critic", "verifier")) {
      Path place = pack.resolve(TrainingRun.RUNS).resolve(name);
      try (RunFolder run = RunFolder.take(place, recipe);
          LossLog log = LossLog.open(run.resolve(LossLog.FILE), 0)) {
        long before = run.newest(sink).map(TrainerState::step).orElse(0L);
        for (int step = 1; step <= 30; step++) {
          log.add(new LossReport(step, 3.0 / step, 1, 1, 1, Map.of()));
        }
        run.save(new TrainerState(before + 1, new float[1], new float[1], new float[1]));
      }
    }
    trained.add(minutes + " minutes, seed " + seed);
    sink.show("critic: hard at it");
    sink.say("critic: done");
    return List.of(pack.resolve("critic"));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}

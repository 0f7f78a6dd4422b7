// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.trainer.LossLog;
import dev.assay.model.tensorflow.trainer.LossReport;
import dev.assay.model.tensorflow.trainer.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeRunTests {

  private static final String MODEL = "model.safetensors";

  @TempDir Path temporary;

  private static RunPlan constant(double early) {
    Curriculum curriculum = new Curriculum(TinyRecipe::constant, 64, 9, 0);
    return new RunPlan("tiny", TinyRecipe.CONFIG, curriculum, 4, 0.01, 1, early);
  }

  private static void train(Path folder, RunPlan plan, RecordingSink heard) {
    try (RecipeRun run = TinyRecipe.run(folder, plan, heard)) {
      run.train();
    }
  }

  /** Gets a block further; of the one after that only the report is written. */
  private static void interrupted(Path folder, RunPlan plan) {
    assertThatThrownBy(() -> train(folder, plan, new RecordingSink(2)))
        .isInstanceOf(RecordingSink.Interruption.class);
  }

  static List<LossReport> losses(Path folder) {
    return LossLog.read(folder.resolve(LossLog.FILE)).stream()
        .map(
            report ->
                new LossReport(
                    report.step(),
                    report.loss(),
                    report.learningRate(),
                    report.gradientNorm(),
                    0,
                    report.scores()))
        .toList();
  }

  @Test
  void aRunThatGoesOnEqualsAnUnbrokenOne() {
    Path unbroken = temporary.resolve("unbroken");
    Path continued = temporary.resolve("continued");
    train(unbroken, TinyRecipe.sums(), new RecordingSink());

    for (int block = 1; block < 4; block++) {
      interrupted(continued, TinyRecipe.sums());
      assertThat(losses(continued)).as("reports, one without its state").hasSize(block + 1);
    }
    RecordingSink heard = new RecordingSink();
    train(continued, TinyRecipe.sums(), heard);

    assertThat(heard.said.getFirst()).isEqualTo("tiny: going on from step 96");
    assertThat(losses(continued)).hasSize(4).isEqualTo(losses(unbroken));
    for (String file : List.of("final/" + MODEL, "state-128.safetensors", "state-96.safetensors")) {
      assertThat(continued.resolve(file)).hasSameBinaryContentAs(unbroken.resolve(file));
    }
  }

  @Test
  void anotherRecipeInItsFolderIsRefused() {
    interrupted(temporary, constant(2));
    Curriculum more = new Curriculum(TinyRecipe::constant, 65, 9, 0);
    RunPlan other = new RunPlan("tiny", TinyRecipe.CONFIG, more, 4, 0.01, 1, 2);

    assertThatThrownBy(() -> train(temporary, other, new RecordingSink()))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("begun with curriculum 64 fresh")
        .hasMessageContaining("asked for: 65 fresh");
  }

  @Test
  void aFinishedRunHasScoresAndIsNotTrainedAgain() throws IOException {
    train(temporary, constant(2), new RecordingSink());
    List<LossReport> losses = losses(temporary);
    assertThat(losses.getLast().scores()).containsEntry("tiny", 1.0).containsKey("sampled");
    byte[] weights = Files.readAllBytes(temporary.resolve("final").resolve(MODEL));
    RecordingSink heard = new RecordingSink();

    try (RecipeRun run = TinyRecipe.run(temporary, constant(2), heard)) {
      run.train();

      assertThat(heard.shown).isEmpty();
      assertThat(run.early()).isEmpty();
      assertThat(run.finished().resolve(MODEL)).hasBinaryContent(weights);
      assertThat(losses(temporary)).isEqualTo(losses);
    }
  }

  @Test
  void theEarlyWeightsAreThoseOfTheFirstMomentGoodEnough() throws IOException {
    RecordingSink heard = new RecordingSink();

    try (RecipeRun run = TinyRecipe.run(temporary, constant(0), heard)) {
      run.train();

      Path early = run.early().orElseThrow().resolve(MODEL);
      assertThat(Files.readAllBytes(early))
          .isNotEqualTo(Files.readAllBytes(run.finished().resolve(MODEL)));
      assertThat(heard.said).filteredOn(line -> line.contains("early weights kept")).hasSize(1);
    }
  }

  @Test
  void anEarlySnapshotThatWasCutOffIsMadeAgain() throws IOException {
    interrupted(temporary, constant(2));
    Path early = Files.createDirectories(temporary.resolve("early"));
    Files.write(early.resolve(MODEL), new byte[8]);

    try (RecipeRun run = TinyRecipe.run(temporary, constant(0), new RecordingSink())) {
      assertThat(run.early()).isEmpty();
      run.train();

      Checkpoint.open(run.early().orElseThrow()).close();
    }
  }
}

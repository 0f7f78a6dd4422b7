// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.tensorflow.trainer.ProgressSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is killed leaves is enough to end as if it had not been. */
class KilledRunTests {

  private static final int LAST = 3;

  @TempDir Path temporary;

  private static RunPlan plan() {
    Curriculum curriculum = new Curriculum(TinyRecipe::sum, 64, 1, 8);
    return new RunPlan("tiny", TinyRecipe.CONFIG, curriculum, LAST, 0.01, 1, 2);
  }

  private static void train(Path folder, ProgressSink sink) {
    try (RecipeRun run = TinyRecipe.run(folder, plan(), sink)) {
      run.train();
    }
  }

  @Test
  void aKilledRunEndsLikeAnUnbrokenOne() throws Exception {
    Path killed = temporary.resolve("killed");
    Path unbroken = temporary.resolve("unbroken");
    killWithinABlock(killed);
    assertThat(killed.resolve("final")).doesNotExist();
    RecordingSink heard = new RecordingSink();

    train(killed, heard);
    train(unbroken, new RecordingSink());

    assertThat(heard.said.getFirst()).startsWith("tiny: going on from step ");
    assertThat(RecipeRunTests.losses(killed))
        .hasSize(LAST)
        .isEqualTo(RecipeRunTests.losses(unbroken));
    assertThat(killed.resolve("final/model.safetensors"))
        .hasSameBinaryContentAs(unbroken.resolve("final/model.safetensors"));
  }

  private static void killWithinABlock(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Trained.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = process.inputReader()) {
      assertThat(out.lines().anyMatch(line -> line.startsWith("step 64 "))).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Trains, but for the last block: that one is not to be saved, however late the kill comes. */
  static final class Trained implements ProgressSink {

    public static void main(String[] arguments) {
      train(Path.of(arguments[0]), new Trained());
    }

    @Override
    public void show(String line) {
      System.out.println(line);
      if (line.startsWith("step " + LAST * RunPlan.BATCHES)) {
        awaitTheEnd();
      }
    }

    @Override
    public void say(String line) {}

    /** Returns only if nobody is left to kill this process. */
    private static void awaitTheEnd() {
      try {
        System.in.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

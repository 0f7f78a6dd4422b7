// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds again after whatever stopped it. */
class RunFolderTests {

  private static final Map<String, String> RECIPE = Map.of("seed", "1", "batch", "32");

  @TempDir Path temporary;

  private final Said said = new Said();

  @Test
  void aStateComesBackToTheBit() {
    TrainerState state = state(12);
    try (RunFolder run = take()) {
      assertThat(run.newest(said)).isEmpty();
      run.save(state);
    }
    try (RunFolder run = take()) {
      TrainerState found = run.newest(said).orElseThrow();
      assertThat(found.step()).isEqualTo(12);
      assertThat(found.parameters()).isEqualTo(state.parameters());
      assertThat(found.firstMoments()).isEqualTo(state.firstMoments());
      assertThat(found.secondMoments()).isEqualTo(state.secondMoments());
    }
    assertThat(said.said).isEmpty();
  }

  @Test
  void theNewestTwoAreKept() throws IOException {
    try (RunFolder run = take()) {
      for (long step : List.of(9, 10, 100, 110)) {
        run.save(state(step));
      }
    }
    assertThat(states()).containsExactly("state-100.safetensors", "state-110.safetensors");
  }

  @Test
  void aStateThatIsCutOffIsSkippedNamedAndReplaced() throws IOException {
    try (RunFolder run = take()) {
      run.save(state(10));
      run.save(state(20));
    }
    cut(temporary.resolve("state-20.safetensors"), 290);
    try (RunFolder run = take()) {
      assertThat(run.newest(said).orElseThrow().step()).isEqualTo(10);
      run.save(state(15));
    }
    assertThat(said.said)
        .singleElement()
        .asString()
        .startsWith("warning: a state cannot be read, the one before it is used: ")
        .contains("state-20.safetensors");
    assertThat(states()).containsExactly("state-10.safetensors", "state-15.safetensors");
  }

  @Test
  void whatAKilledWriterLeftIsNoState() throws IOException {
    try (RunFolder run = take()) {
      run.save(state(10));
    }
    Files.write(temporary.resolve(".state-20.safetensors.part"), new byte[100]);
    try (RunFolder run = take()) {
      assertThat(run.newest(said).orElseThrow().step()).isEqualTo(10);
      run.save(state(20));
      assertThat(run.newest(said).orElseThrow().step()).isEqualTo(20);
    }
    assertThat(temporary.resolve(".state-20.safetensors.part")).doesNotExist();
  }

  @Test
  void aStateThatIsNoNumberIsRefusedAndTheOneBeforeStays() {
    try (RunFolder run = take()) {
      run.save(state(10));
      TrainerState bad = new TrainerState(20, new float[] {Float.NaN}, new float[1], new float[1]);
      assertThatThrownBy(() -> run.save(bad)).hasMessageContaining("parameters holds NaN");
      assertThat(run.newest(said).orElseThrow().step()).isEqualTo(10);
    }
  }

  @Test
  void anotherRecipeIsRefusedWithWhatDiffers() {
    try (RunFolder run = take()) {
      run.save(state(10));
    }
    Map<String, String> other = Map.of("seed", "2", "batch", "32", "layers", "4");
    try (RunFolder run = RunFolder.take(temporary, other)) {
      assertThatThrownBy(() -> run.newest(said))
          .isInstanceOf(RunFolderException.class)
          .hasMessageEndingWith(
              "state-10.safetensors: its run was begun with layers not set (asked for: 4), seed 1 "
                  + "(asked for: 2); ask for the same to go on, or choose another folder");
    }
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException {
    Path file = Files.createFile(temporary.resolve("thesis.tex"));
    assertThatThrownBy(this::take)
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("has files, but no run (expected: an empty folder, or a run to go");
    assertThatThrownBy(() -> RunFolder.take(file, RECIPE))
        .isInstanceOf(RunFolderException.class)
        .hasMessageEndingWith("thesis.tex: is a file (expected: a folder)");
    assertThat(temporary).isDirectoryNotContaining("glob:**run.lock");
  }

  @Test
  void twoRunsDoNotShareAFolder() {
    try (RunFolder _ = take()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(this::take)
            .isInstanceOf(RunFolderException.class)
            .hasMessageContaining("a run of process " + ProcessHandle.current().pid());
      }
    }
    take().close();
  }

  @Test
  void aKilledRunLetsGoAndItsStateIsThere() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = holder.inputReader()) {
      assertThat(out.readLine()).isEqualTo("saved");
      assertThatThrownBy(this::take)
          .isInstanceOf(RunFolderException.class)
          .hasMessageContaining("a run of process " + holder.pid());
      holder.destroyForcibly();
      assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    try (RunFolder run = take()) {
      assertThat(run.newest(said).orElseThrow().step()).isEqualTo(7);
    }
  }

  /** Saves a state and keeps the folder until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      RunFolder.take(Path.of(arguments[0]), RECIPE).save(state(7));
      System.out.println("saved");
      new CountDownLatch(1).await();
    }
  }

  private RunFolder take() {
    return RunFolder.take(temporary, RECIPE);
  }

  private static TrainerState state(long step) {
    float[] parameters = {step, -0.0f, Float.MIN_VALUE};
    return new TrainerState(step, parameters, new float[] {1, 2, step}, new float[] {4, 5, 6});
  }

  private static void cut(Path file, int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(channel.size()).isGreaterThan(bytes);
      channel.truncate(bytes);
    }
  }

  private List<String> states() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("state-"))
          .sorted()
          .toList();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.tensorflow.trainer.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPackTests {

  @TempDir Path out;

  @Test
  void lessThanAMinuteIsRefused() {
    assertThatThrownBy(() -> new EmbeddedPack(out, 0, 1, new RecordingSink()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minutes: 0 (expected: at least 1)");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void aPackHasAFolderForEachRole() {
    assertThat(EmbeddedPack.folders()).containsExactly("generator", "critic", "verifier");
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Path folder = Files.createDirectories(out.resolve("runs").resolve("critic"));
    Files.createFile(folder.resolve("thesis.tex"));

    assertThatThrownBy(() -> new EmbeddedPack(out, 1, 1, new RecordingSink()).train())
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("has files, but no run");
    assertThat(folder).isDirectoryNotContaining("glob:**/{run.lock,state-*}");
  }
}

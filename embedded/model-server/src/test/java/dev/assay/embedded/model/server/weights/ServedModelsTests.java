// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedModelsTests {

  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ServedModels.open(folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("none") + ": no such folder")
        .hasMessageContaining("ASSAY_MODELS");
  }

  @Test
  void whatVolumesKeepBesideWeightsIsNoModel() throws IOException {
    Files.createDirectories(folder.resolve("lost+found"));
    Files.createDirectories(folder.resolve(".hidden"));
    Files.writeString(folder.resolve(".hidden/config.json"), "{}");
    Files.writeString(folder.resolve("README.md"), "weights");

    assertThatThrownBy(() -> ServedModels.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no weights in it");
  }

  @Test
  void halfAModelIsNotLeftOut() throws IOException {
    Files.createDirectories(folder.resolve("critic"));
    Files.writeString(folder.resolve("critic/config.json"), "{}");

    assertThatThrownBy(() -> ServedModels.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("critic");
  }

  @Test
  void theNumberOfModelsIsBounded() throws IOException {
    for (int i = 0; i < 17; i++) {
      Path each = Files.createDirectories(folder.resolve("model" + i));
      Files.writeString(each.resolve("config.json"), "{}");
    }

    assertThatThrownBy(() -> ServedModels.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 16 models");
  }
}

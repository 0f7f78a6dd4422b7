// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which models are the same. */
class WeightsNameTests {

  @TempDir private Path place;

  @Test
  void theSameNameAtTheSameServersIsTheSameModel() {
    @Nullable String one = server("http://a:1/v1,http://b:2/v1", "big");

    assertThat(one).isNotNull().doesNotContain("a:1");
    assertThat(server("http://B:2/v1/, http://a:1/v1", "big")).isEqualTo(one);
    assertThat(server("http://a:1/v1", "big")).isNotEqualTo(one);
    assertThat(server("http://a:1/v1,http://b:2/v1", "small")).isNotEqualTo(one);
  }

  @Test
  void theSameTensorsAreTheSameModelWhereverTheyLie() throws IOException {
    Path one = checkpoint("one", "tensors");

    assertThat(folder(one)).isNotNull().isEqualTo(folder(checkpoint("copy", "tensors")));
    assertThat(folder(checkpoint("other", "others"))).isNotEqualTo(folder(one));
    assertThat(folder(place.resolve("none"))).isNull();
    assertThat(folder(place)).isNull();
  }

  private Path checkpoint(String name, String tensors) throws IOException {
    Path folder = Files.createDirectory(place.resolve(name));
    Files.writeString(folder.resolve("model.safetensors"), tensors);
    return folder;
  }

  private static @Nullable String server(String url, String name) {
    return WeightsName.of(new ModelSource(null, null, url, name, null, null, null, null));
  }

  private static @Nullable String folder(Path folder) {
    return WeightsName.of(new ModelSource(null, folder, null, null, null, null, null, null));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ModelSource;
import dev.assay.prompts.Protocols;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By whom the compact language is spoken, and where it must be asked for. */
class CompactStyleTests {

  private static final String SERVER = "http://localhost:8085/v1";

  @Test
  void weightsInThisProcessAreAskedInItUnlessSaidOtherwise() {
    assertThat(Protocols.of("", source(null))).isInstanceOf(CompactProtocol.class);
  }

  @Test
  void aServerIsAskedInItOnlyByName() {
    assertThat(Protocols.of("compact", source(SERVER))).isInstanceOf(CompactProtocol.class);
    assertThat(Protocols.of("", source(SERVER)).name()).isEqualTo("general");
  }

  private static ModelSource source(@Nullable String url) {
    return new ModelSource(null, Path.of("models/critic"), url, "critic", null, null, null, null);
  }
}

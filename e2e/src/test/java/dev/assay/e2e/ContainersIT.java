// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Required;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The compose file and its images, by the script that anybody can run: {@code containers/run}. */
class ContainersIT {

  /** Six minutes on two cores, eight and a half where they were busy otherwise, too. */
  private static final int PATIENCE_MINUTES = 30;

  private static final Path STORY = Path.of("containers", "run");
  private static final Path SAID = Path.of("target", "containers.txt");

  @Test
  void theContainersOfTheComposeFileLoseNothing() throws Exception {
    Required.byName("containers", "it builds images, and takes minutes and gigabytes");

    ProcessBuilder builder =
        new ProcessBuilder(STORY.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(SAID.toFile());
    builder.environment().put("ASSAY_STORY_JARS", Program.classPath());
    Process story = builder.start();
    boolean ended = story.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      // Politely: it takes its containers away.
      story.destroy();
      story.waitFor(2, TimeUnit.MINUTES);
    }

    String said = Files.readString(SAID);
    System.out.println(said);
    assertThat(ended && story.exitValue() == 0).as(said).isTrue();
  }
}

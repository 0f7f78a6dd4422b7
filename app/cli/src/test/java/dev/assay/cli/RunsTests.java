// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RunsTests {

  @TempDir Path data;

  @Command(name = "running")
  static final class Running {

    @Mixin private Runs runs = new Runs();
  }

  @Test
  void aRunIsGoneOnWithOnlyIfItWasBegun() {
    assertThatThrownBy(() -> runs("--run", "mnoday").choose(data))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("mnoday was not begun here (expected: none is known)");

    Runs.note(runs("--name", "monday").choose(data), data);

    assertThat(runs("--run", "monday").choose(data)).isEqualTo("monday");
    assertThatThrownBy(() -> runs("--run", "mnoday").choose(data))
        .hasMessageContaining("expected: monday");
  }

  @Test
  void aNameIsNoPath() {
    assertThatThrownBy(() -> runs("--name", "../monday").choose(data))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> runs("--run", "..").choose(data)).isInstanceOf(UsageException.class);
  }

  @Test
  void aRunWithoutANameIsCalledByTheTime() {
    assertThat(runs().choose(data)).matches("[0-9]{8}-[0-9]{6}");
  }

  private static Runs runs(String... arguments) {
    Running running = new Running();
    Assay.line(running).parseArgs(arguments);
    return running.runs;
  }
}

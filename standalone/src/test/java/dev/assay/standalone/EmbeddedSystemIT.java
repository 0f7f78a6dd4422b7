// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.standalone.bench.Settlements;
import dev.assay.standalone.client.AssayClient;
import dev.assay.standalone.client.Effort;
import dev.assay.standalone.client.ProblemView;
import dev.assay.standalone.client.Settling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole system, started, asked, restarted. */
class EmbeddedSystemIT {

  private static final String QUESTION = "((1 + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =";
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Effort EFFORT = Effort.grid(4, 2, 1, DEADLINE);

  @TempDir Path folder;

  @BeforeAll
  static void home() {
    // Where the script says that it lies; surefire and failsafe run in the module.
    System.setProperty("assay.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @Test
  void answersAndRemembersAfterARestart() throws Exception {
    String id;
    try (EmbeddedSystem system = EmbeddedSystem.start(folder, 0, StartUp.SILENT)) {
      AssayClient client = client(system);
      assertThat(client.answers()).isTrue();
      Settling settling = new Settling(client, DEADLINE);
      id = settling.submit(QUESTION, EFFORT, "once");
      assertThat(settling.submit(QUESTION, EFFORT, "once")).isEqualTo(id);

      ProblemView view = settling.await(id, _ -> {});

      assertThat(view.settledAnswer().attempts()).isEqualTo(4);
      assertThat(view.settledAnswer().usage().calls()).isPositive();
      assertThat(settling.evidence(id).path("attempts").size()).isEqualTo(4);
      assertThat(DataFolder.runningIn(folder).orElseThrow().url()).isEmpty();
      system.publish();
      assertThat(DataFolder.runningIn(folder)).contains(system.running());
      assertThatThrownBy(() -> EmbeddedSystem.start(folder, 0, StartUp.SILENT))
          .isInstanceOf(FolderInUseException.class);
      Settlements settled = Settlements.count(system.running().kafka().orElseThrow(), Set.of(id));
      assertThat(settled).isEqualTo(new Settlements(1, 0, 0, 0));
    }
    Path note = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
    assertThat(Files.exists(note)).isFalse();

    try (EmbeddedSystem system = EmbeddedSystem.start(folder, 0, StartUp.SILENT)) {
      assertThat(client(system).problem(id).settled()).isTrue();
      Settling settling = new Settling(client(system), DEADLINE);
      String another = settling.submit(QUESTION, EFFORT, "twice");
      assertThat(another).isNotEqualTo(id);
      assertThat(settling.await(another, _ -> {}).settled()).isTrue();
    }
  }

  private static AssayClient client(EmbeddedSystem system) {
    return new AssayClient(system.running().url().orElseThrow());
  }
}

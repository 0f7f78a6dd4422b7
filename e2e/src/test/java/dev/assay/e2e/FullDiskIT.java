// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.client.AssayClient;
import dev.assay.client.SettlementPolling;
import dev.assay.client.UnavailableException;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.embedded.servers.Ports;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.testing.Required;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program on a small disk of its own that somebody else fills. */
class FullDiskIT {

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final PolicyOverrides QUICK = PolicyOverrides.grid(1, 1, 0, DEADLINE);
  private static final PolicyOverrides THOROUGH = PolicyOverrides.grid(8, 4, 1, DEADLINE);
  private static final Map<String, String> LITTLE = Map.of("ASSAY_LEAST_FREE", "32MB");
  private static final long LEFT_FOR_NOBODY = 16 << 20;

  private static final List<BenchProblem> PROBLEMS = Questions.any(3);

  @TempDir private Path place;
  private Path disk;
  private Path filler;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(place.resolve("data"));
    filler = disk.resolve("filler");
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=260m,mode=0700", "none", disk.toString());
    Required.orSkip(
        "small-disk", mounted, "only root may mount a tmpfs, where mounting is allowed");
  }

  @AfterEach
  void unmount() throws Exception {
    Postgres.in(disk).ifPresent(Postgres::stop);
    run("umount", disk.toString());
  }

  @Test
  void newProblemsAreRefusedBeforeTheDiskIsFullAndThoseTakenSurviveThatItIs() throws Exception {
    List<String> ids = new ArrayList<>();
    try (Program program = Program.serve(disk, Ports.free(), LITTLE)) {
      AssayClient client = new AssayClient(program.url());
      String done = client.submit(PROBLEMS.getFirst().question(), QUICK, "done");
      new SettlementPolling(client, DEADLINE).await(done, _ -> {});
      for (BenchProblem each : PROBLEMS) {
        ids.add(client.submit(each.question(), THOROUGH, "problem " + each.index()));
      }
      fill(LEFT_FOR_NOBODY);
      assertThatThrownBy(() -> client.submit(PROBLEMS.getFirst().question(), QUICK, "too much"))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContainingAll("507", "assay.store.least-free");
      assertThat(client.problem(done).settled()).isTrue();

      fill(0);

      assertThat(program.exit(Duration.ofMinutes(2))).isEqualTo(1);
      assertThat(program.said()).contains("assay: ", "What was taken is kept");
      ids.add(done);
    }

    Files.delete(filler);
    try (Program program = Program.serve(disk, Ports.free(), LITTLE)) {
      SettlementPolling settling = new SettlementPolling(new AssayClient(program.url()), DEADLINE);
      ids.forEach(id -> assertThat(settling.await(id, _ -> {}).settledAnswer().late()).isFalse());
      program.stop(Duration.ofSeconds(30));
    }
  }

  /** Leaves so many bytes free, or none. */
  private void fill(long left) throws IOException {
    byte[] block = new byte[1 << 16];
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(disk).getUsableSpace() > left) {
        out.write(block);
      }
    } catch (IOException e) {
      if (left > 0) {
        throw e;
      }
      // It is full now.
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.assay.client.AssayClient;
import dev.assay.client.ProblemView;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.lab.loop.SettlementCounter;
import dev.assay.standalone.DataFolder;
import dev.assay.standalone.EmbeddedSystem;
import dev.assay.standalone.FolderInUseException;
import dev.assay.standalone.StartUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole system, started, asked, restarted. */
class EmbeddedSystemIT {

  private static final String QUESTION = "((1 + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =";
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final PolicyOverrides EFFORT = PolicyOverrides.grid(4, 2, 1, DEADLINE);

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
      SettlementPolling settling = new SettlementPolling(client, DEADLINE);
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
      SettlementCounter settled =
          SettlementCounter.count(system.running().kafka().orElseThrow(), Set.of(id));
      assertThat(settled).isEqualTo(new SettlementCounter(1, 0, 0, 0));
    }
    Path note = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
    assertThat(Files.exists(note)).isFalse();

    try (EmbeddedSystem system = EmbeddedSystem.start(folder, 0, StartUp.SILENT)) {
      assertThat(client(system).problem(id).settled()).isTrue();
      SettlementPolling settling = new SettlementPolling(client(system), DEADLINE);
      String another = settling.submit(QUESTION, EFFORT, "twice");
      assertThat(another).isNotEqualTo(id);
      assertThat(settling.await(another, _ -> {}).settled()).isTrue();
      assertEverythingIsPrivate();
      outliveTheDatabase(system, settling);
    }
  }

  /** Its programs are moved away meanwhile, so that it stays away until they are back. */
  private void outliveTheDatabase(EmbeddedSystem system, SettlementPolling settling)
      throws Exception {
    URI readiness = system.running().url().orElseThrow().resolve("/actuator/health/readiness");
    assertThat(status(readiness)).isEqualTo(200);
    Path program = folder.resolve("postgres/programs/bin/postgres");
    Path away = program.resolveSibling("away");
    Files.move(program, away);
    String pid = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid")).getFirst();

    ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();

    await().atMost(DEADLINE).until(() -> status(readiness) == 503);
    Files.move(away, program);
    await().atMost(DEADLINE).until(() -> status(readiness) == 200);
    String after = settling.submit(QUESTION, EFFORT, "after the database died");
    assertThat(settling.await(after, _ -> {}).settledAnswer().late()).isFalse();
  }

  private static int status(URI url) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private void assertEverythingIsPrivate() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(each -> !Files.isSymbolicLink(each)))
          .allSatisfy(
              each ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                      .as("%s", each)
                      .endsWith("------"));
    }
  }

  private static AssayClient client(EmbeddedSystem system) {
    return new AssayClient(system.running().url().orElseThrow());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies. */
class SupervisionIT {

  @TempDir private Path folder;
  private final CompletableFuture<String> lost = new CompletableFuture<>();

  @Test
  void isStartedAgainOnItsPortUntilItCannotBeHelped() throws Exception {
    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(folder, lost::complete, Duration.ofMillis(20))) {
      try (Connection connection = EmbeddedIT.connect(database)) {
        connection.createStatement().execute("create table kept as select 42 as answer");
      }
      ProcessHandle first = server();
      assertThat(environment(first)).allMatch(name -> name.matches("PATH|LC_ALL|TZ|PWD|_"));

      first.destroyForcibly();

      await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> answers(database));
      assertThat(server().pid()).isNotEqualTo(first.pid());
      assertThat(lost).isNotDone();

      Files.delete(folder.resolve("programs/bin/postgres"));
      server().destroyForcibly();

      assertThat(lost.get(60, TimeUnit.SECONDS)).contains("PostgreSQL", "times");
    }
  }

  private ProcessHandle server() throws IOException {
    Path note = folder.resolve("data/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()))
        .orElseThrow();
  }

  private static Stream<String> environment(ProcessHandle process) throws IOException {
    String all =
        Files.readString(
            Path.of("/proc", String.valueOf(process.pid()), "environ"), StandardCharsets.UTF_8);
    return Stream.of(all.split("\0"))
        .filter(each -> !each.isBlank())
        .map(each -> each.substring(0, each.indexOf('=')));
  }

  private static boolean answers(EmbeddedDatabase database) throws Exception {
    try (Connection connection = EmbeddedIT.connect(database);
        var rows = connection.createStatement().executeQuery("select answer from kept")) {
      return rows.next();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL whose Java process was killed: it runs on by itself, and nobody else may open its
 * data.
 */
final class OrphanedPostgres {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);

  /** A server without clients leaves at once; one in trouble is not waited for much longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private OrphanedPostgres() {}

  /** Stops the server that works on the data, if there is one. */
  static void stop(Path data) {
    find(data)
        .ifPresent(
            server -> {
              LOG.info("stopping the PostgreSQL that a killed process left, pid {}", server.pid());
              server.destroy();
              if (!ends(server)) {
                // It writes its log ahead: killed, it recovers at the next start.
                server.destroyForcibly();
                ends(server);
              }
            });
  }

  /** Its own note says who it is; the number may since have gone to another process. */
  private static Optional<ProcessHandle> find(Path data) {
    Path note = data.resolve("postmaster.pid");
    try {
      return Files.exists(note)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()))
              .filter(process -> worksOn(process, data))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + note, e);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A PostgreSQL server works in its data folder. */
  private static boolean worksOn(ProcessHandle process, Path data) {
    try {
      Path folder = Path.of("/proc", String.valueOf(process.pid()), "cwd").toRealPath();
      return folder.equals(data.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean ends(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not wait for PostgreSQL to stop", e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server as a child process, on the loopback interface, for whoever holds its
 * password. Its data is kept in a folder, and a commit is on disk when it returns. A server that
 * dies is started again on its port.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** A server that dies so often, and does not last in between, will not be helped by one more. */
  private static final int MOST_RESTARTS = 5;

  /** Before the n-th restart, n times n of these: at once at first, half a minute in all. */
  private static final Duration PACE = Duration.ofMillis(500);

  /** After so many looks, one a second, at a living server it is well again. */
  private static final int LOOKS_UNTIL_WELL = 60;

  private final PostgresCluster cluster;
  private final int port;
  private final String password;
  private final Consumer<String> lost;
  private final Duration pace;
  private PostgresServer server;
  private String failure = "";
  private boolean closing;

  private EmbeddedDatabase(
      PostgresCluster cluster, int port, String password, Consumer<String> lost, Duration pace)
      throws IOException {
    this.cluster = cluster;
    this.port = port;
    this.password = password;
    this.lost = lost;
    this.pace = pace;
    this.server = PostgresServer.start(cluster, port);
  }

  /** Starts a server whose end for good is only told in the log. */
  public static EmbeddedDatabase start(Path folder) {
    return start(folder, LOG::error);
  }

  /**
   * Starts a server on a free port. One that a killed process left on the same folder is stopped;
   * see to it that no living process uses the folder.
   *
   * @param place where it keeps its data and its unpacked programs; made if it is new, and closed
   *     to other users
   * @param lost is told if the server has died and cannot be brought back
   */
  public static EmbeddedDatabase start(Path place, Consumer<String> lost) {
    return start(place, lost, PACE);
  }

  static EmbeddedDatabase start(Path place, Consumer<String> lost, Duration pace) {
    try {
      Path folder = PrivateFiles.folder(place);
      OrphanedPostgres.stop(folder.resolve("data"));
      PostgresPrograms programs = PostgresPrograms.in(folder.resolve("programs"));
      PostgresCluster cluster = new PostgresCluster(programs, folder);
      EmbeddedDatabase database =
          new EmbeddedDatabase(cluster, Ports.free(), cluster.prepare(), lost, pace);
      Thread.ofPlatform().name("postgres-supervisor").daemon().start(database::supervise);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "could not start PostgreSQL in " + place + ": " + e.getMessage(), e);
    }
  }

  /** Where the server is. A client does not give its password to one that only claims to be it. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?requireAuth=scram-sha-256";
  }

  /** The superuser, who makes the roles of others. */
  public String user() {
    return PostgresCluster.SUPERUSER;
  }

  public String password() {
    return password;
  }

  /** Looks after the server until it is closed, or cannot be helped. */
  private void supervise() {
    int restarts = 0;
    int looks = 0;
    try {
      while (true) {
        if (!current().process().waitFor(1, TimeUnit.SECONDS)) {
          looks++;
          restarts = looks < LOOKS_UNTIL_WELL ? restarts : 0;
          continue;
        }
        if (isClosing()) {
          return;
        }
        if (restarts == MOST_RESTARTS) {
          lost.accept("PostgreSQL ended " + (restarts + 1) + " times; " + lastFailure());
          return;
        }
        restarts++;
        looks = 0;
        restart(restarts);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized PostgresServer current() {
    return server;
  }

  private synchronized String lastFailure() {
    return failure.isEmpty() ? "it said last: " + server.lastWords() : failure;
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  private void restart(int number) throws InterruptedException {
    LOG.warn(
        "PostgreSQL ended with status {}, starting it again ({} of at most {})",
        current().process().exitValue(),
        number,
        MOST_RESTARTS);
    // The children of a killed server take a moment to notice, and hold its memory until then.
    Thread.sleep(pace.multipliedBy((long) number * number));
    synchronized (this) {
      if (closing) {
        return;
      }
      try {
        server = PostgresServer.start(cluster, port);
        failure = "";
      } catch (IOException e) {
        failure = String.valueOf(e.getMessage());
        LOG.warn("could not start it again: {}", failure);
      }
    }
  }

  @Override
  public synchronized void close() {
    closing = true;
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException("could not stop PostgreSQL", e);
    }
  }
}

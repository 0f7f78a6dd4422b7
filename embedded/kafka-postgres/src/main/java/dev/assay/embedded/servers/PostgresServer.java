// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a PostgreSQL server on a cluster. What it says goes to the log. */
final class PostgresServer {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "password_encryption", "scram-sha-256",
          "fsync", "on",
          "synchronous_commit", "on",
          "shared_buffers", "32MB",
          "max_connections", "60",
          // What is written ahead is a part of what must be free for a problem to be taken.
          "max_wal_size", "128MB");

  /** Recovery after a crash may take minutes: so many looks, one every so many milliseconds. */
  private static final int MOST_LOOKS = 12_000;

  private static final int BETWEEN_LOOKS = 25;

  /** For what a server said that has ended; its children may hold the pipe for longer. */
  private static final Duration LISTEN_ON = Duration.ofSeconds(2);

  private static final int STATUS_LINE = 7;
  private static final int LAST_WORDS = 8;
  private static final int LONGEST_WORD = 500;
  private static final String STOP_PATIENCE = "20";

  private final PostgresCluster cluster;
  private final Process process;
  private final ConcurrentLinkedDeque<String> lastWords = new ConcurrentLinkedDeque<>();
  private final Thread listener;

  private PostgresServer(PostgresCluster cluster, Process process) {
    this.cluster = cluster;
    this.process = process;
    this.listener = Thread.ofPlatform().name("postgres-log").daemon().start(this::listen);
  }

  /** Starts a server on a free port of the loopback interface and waits until it takes queries. */
  static PostgresServer start(PostgresCluster cluster, int port) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-D", cluster.data().toString(), "-p", String.valueOf(port)));
    arguments.addAll(List.of("-c", "hba_file=" + cluster.access()));
    SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    Process process =
        cluster.programs().command("postgres", arguments).redirectErrorStream(true).start();
    process.getOutputStream().close();
    PostgresServer server = new PostgresServer(cluster, process);
    server.awaitReady();
    return server;
  }

  Process process() {
    return process;
  }

  /** What it said last, for the message about its end. */
  String lastWords() {
    return lastWords.isEmpty() ? "it said nothing" : String.join("; ", lastWords);
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      LOG.debug("PostgreSQL says no more", e);
    }
  }

  private void hear(String line) {
    if (line.contains("FATAL:") || line.contains("PANIC:") || line.contains("ERROR:")) {
      LOG.warn("PostgreSQL: {}", line);
      lastWords.add(line.length() > LONGEST_WORD ? line.substring(0, LONGEST_WORD) : line);
      while (lastWords.size() > LAST_WORDS) {
        lastWords.poll();
      }
    } else {
      LOG.info("PostgreSQL: {}", line);
    }
  }

  private void awaitReady() throws IOException {
    try {
      for (int look = 0; look < MOST_LOOKS; look++) {
        if (process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
          listener.join(LISTEN_ON);
          throw new IOException(
              "PostgreSQL ended with status " + process.exitValue() + ": " + lastWords());
        }
        if (isReady()) {
          return;
        }
      }
      throw new IOException("PostgreSQL was not ready after " + MOST_LOOKS + " looks");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("interrupted while PostgreSQL was starting", e);
    }
  }

  /** By its own note, which nobody needs a password to read who may read the folder. */
  private boolean isReady() throws IOException {
    Path note = cluster.data().resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(note);
      return lines.size() > STATUS_LINE
          && lines.getFirst().strip().equals(String.valueOf(process.pid()))
          && lines.get(STATUS_LINE).strip().equals("ready");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Lets it write what it has; one that is gone already is none to stop. */
  void stop() throws IOException {
    for (String mode : List.of("fast", "immediate")) {
      if (process.isAlive()) {
        pgCtl(mode);
      }
    }
    process.destroyForcibly();
  }

  private void pgCtl(String mode) throws IOException {
    List<String> arguments =
        List.of("stop", "-D", cluster.data().toString(), "-m", mode, "-w", "-t", STOP_PATIENCE);
    try {
      cluster
          .programs()
          .command("pg_ctl", arguments)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL was stopping", e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL server as a child process, on the loopback interface. Its data is kept in a folder,
 * and a commit is on disk when it returns.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server on a free port. One that a killed process left on the same folder is stopped;
   * see to it that no living process uses the folder.
   *
   * @param folder where it keeps its data and its unpacked programs; made if it is new
   */
  public static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder);
      Orphan.stop(folder.resolve("data"));
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("data"))
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
              .setPort(Ports.free())
              // The owner decides when: hooks of their own run beside those that still need it.
              .setRegisterShutdownHook(false)
              // The library turns both off; a verified answer must outlive a power cut.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "32MB")
              .setServerConfig("max_connections", "60")
              .start();
      return new EmbeddedDatabase(server);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start PostgreSQL in " + folder, e);
    }
  }

  /** Where the server is; the superuser {@code postgres} needs no password from this machine. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not stop PostgreSQL", e);
    }
  }
}

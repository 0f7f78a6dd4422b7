// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The database server of a data folder, as it notes itself there. */
record Postgres(ProcessHandle process, int port, String password) {

  private static final int PORT_LINE = 3;

  /** The one that runs on the folder, if there is one. */
  static Optional<Postgres> in(Path folder) throws IOException {
    Path data = folder.resolve("postgres").resolve("data");
    Path note = data.resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note);
    long pid = Long.parseLong(lines.getFirst().strip());
    return ProcessHandle.of(pid)
        .filter(process -> worksIn(data, process))
        .map(
            process ->
                new Postgres(
                    process, Integer.parseInt(lines.get(PORT_LINE).strip()), password(folder)));
  }

  private static String password(Path folder) {
    try {
      return Files.readString(folder.resolve("postgres").resolve("password"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number in an old note may since have gone to somebody else. */
  private static boolean worksIn(Path data, ProcessHandle process) {
    try {
      Path place = Path.of("/proc", String.valueOf(process.pid()), "cwd").toRealPath();
      return place.equals(data.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /** By SIGTERM: killed, it would leave its shared memory behind. */
  void stop() {
    process.destroy();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  long rows(String table) throws SQLException {
    String url =
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + password;
    try (var connection = DriverManager.getConnection(url);
        var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

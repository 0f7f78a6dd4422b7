// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the processes of an embedded database. */
public final class DatabaseProcesses {

  private DatabaseProcesses() {}

  /**
   * The server and what descends from it; none where none runs. The server leaves the process tree
   * when it starts; its own note says where it is.
   *
   * @param data the system's data folder
   */
  public static Stream<ProcessHandle> of(Path data) {
    Path note = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
    try {
      Optional<ProcessHandle> server =
          ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()));
      return server.stream().flatMap(each -> Stream.concat(Stream.of(each), each.descendants()));
    } catch (IOException | NumberFormatException e) {
      return Stream.empty();
    }
  }
}

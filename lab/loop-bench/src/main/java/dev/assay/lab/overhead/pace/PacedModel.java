// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The process of the model server. It ends with the one that started it, however that ended, and
 * sees to it that others do.
 */
public final class PacedModel {

  private PacedModel() {}

  /**
   * Runs until its standard input ends. Each line there is the number of a process that is to end
   * then too.
   *
   * @param arguments the file that its port is written to, and the port, or 0 for any
   */
  public static void main(String[] arguments) throws IOException {
    // Otherwise small replies wait 40 ms for an acknowledgement, and idle callers are cut off.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    List<ProcessHandle> along = new ArrayList<>();
    try (PacedModelServer server = new PacedModelServer(Integer.parseInt(arguments[1]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      Path file = Path.of(arguments[0]);
      Path written = Files.writeString(Path.of(file + ".new"), String.valueOf(server.port()));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      lines.lines().map(Long::valueOf).flatMap(PacedModel::handle).forEach(along::add);
    }
    along.forEach(ProcessHandle::destroy);
  }

  /** It remembers when the process began: another one of the same number is left alone. */
  private static Stream<ProcessHandle> handle(long pid) {
    return ProcessHandle.of(pid).stream();
  }
}

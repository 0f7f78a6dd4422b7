// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The process of the model server; it ends with the one that started it. */
public final class PacedModel {

  private PacedModel() {}

  /**
   * Runs until its standard input ends.
   *
   * @param arguments the file that its port is written to, and the port, or 0 for any
   */
  public static void main(String[] arguments) throws IOException {
    // Otherwise small replies wait 40 ms for an acknowledgement, and idle callers are cut off.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    try (PacedModelServer server = new PacedModelServer(Integer.parseInt(arguments[1]))) {
      Path file = Path.of(arguments[0]);
      Path written = Files.writeString(Path.of(file + ".new"), String.valueOf(server.port()));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      while (System.in.read() >= 0) {
        // Nothing is said to it this way.
      }
    }
  }
}

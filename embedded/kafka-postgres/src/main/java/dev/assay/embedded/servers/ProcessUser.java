// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whom this process runs as. */
final class ProcessUser {

  private static final int ROOT = 0;

  private ProcessUser() {}

  static int id() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException("could not find out the user's number", e);
    }
  }

  static boolean isRoot() {
    return id() == ROOT;
  }
}

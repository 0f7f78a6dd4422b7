// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file that a command that learns writes to. */
final class LearntFile {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where what was learnt goes.")
  private Path path = Path.of("");

  /**
   * To be asked before the work, which may take hours.
   *
   * @throws UsageException if nothing can be written there
   */
  void requireWritable() {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(path)) {
      throw new UsageException("--out: cannot write " + path + " (expected: a file in a folder)");
    }
  }

  /** Writes what was learnt as JSON. */
  void write(Object learnt) {
    try {
      Files.writeString(path, Json.mapper().writeValueAsString(learnt) + "\n");
    } catch (IOException e) {
      throw new SystemFailedException("could not write " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}

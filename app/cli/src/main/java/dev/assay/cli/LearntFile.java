// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
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
    OutputFile.requireWritable("--out", path);
  }

  /** Writes what was learnt as JSON. */
  void write(Object learnt) {
    OutputFile.write(path, Json.mapper().writeValueAsString(learnt) + "\n");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}

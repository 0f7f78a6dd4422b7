// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

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

  /**
   * What an earlier run had learnt, to be added to; empty if there is none.
   *
   * @throws UsageException if the file holds something else
   */
  <T> Optional<T> there(Class<T> type) {
    try {
      return Files.exists(path) && Files.size(path) > 0
          ? Optional.of(Json.mapper().readValue(Files.readString(path), type))
          : Optional.empty();
    } catch (IOException e) {
      throw new UsageException("--out: cannot read " + FailureText.of(e));
    } catch (JacksonException e) {
      throw new UsageException(
          "--out: %s holds something else (expected: a new file, or one of an earlier run to add to)"
              .formatted(path));
    }
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

// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes when its work is done, and must be able to. */
final class OutputFile {

  private OutputFile() {}

  /**
   * To be asked before the work, which may take hours.
   *
   * @throws UsageException if nothing can be written there
   */
  static void requireWritable(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    boolean exists = Files.exists(file);
    boolean writable =
        exists
            ? !Files.isDirectory(file) && Files.isWritable(file)
            : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    if (!writable) {
      throw new UsageException(
          option + ": cannot write " + file + " (expected: a file in a folder that is there)");
    }
  }

  /**
   * Writes it.
   *
   * @throws SystemFailedException if that is not possible any more
   */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new SystemFailedException("could not write " + FailureText.of(e), e);
    }
  }
}

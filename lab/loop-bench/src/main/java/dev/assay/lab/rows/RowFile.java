// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.rows;

import dev.assay.contracts.Json;
import dev.assay.lab.datasets.BadDataException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * A JSON document a line, each written at once: a process that is killed loses what it was at, and
 * nothing that was finished.
 */
public record RowFile(Path path) {

  /**
   * The lines that were written to their end, none where there is no file yet; the beginning of
   * another is cut off.
   */
  public List<String> wholeLines() {
    try {
      return Files.exists(path) ? cutToWhole() : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + path, e);
    }
  }

  private List<String> cutToWhole() throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end < bytes.length) {
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(end);
      }
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * A line as a value.
   *
   * @param row of it, from 0
   * @param whole what the file should be, in a word or two
   * @throws BadDataException if it is none, naming the row
   */
  public <T> T parse(List<String> lines, int row, Class<T> type, String whole) {
    try {
      return Json.mapper().readValue(lines.get(row), type);
    } catch (JacksonException e) {
      throw new BadDataException(
          "%s, row %d, is not of %s: %s".formatted(path, row + 1, whole, e.getOriginalMessage()));
    }
  }

  /** Adds a line. */
  public synchronized void append(Object row) {
    try {
      Files.writeString(
          path,
          Json.mapper().writeValueAsString(row) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + path, e);
    }
  }
}

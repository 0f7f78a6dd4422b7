// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import dev.assay.contracts.Json;
import dev.assay.lab.datasets.BadDataException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * A pool on disk: its settings in the first line, then a problem a line, each written at once. A
 * process that is killed loses the problems that it was at, and no other.
 */
public final class PoolFile {

  private final Path path;
  private final List<PooledProblem> problems = new ArrayList<>();

  private PoolFile(Path path) {
    this.path = path;
  }

  /**
   * Opens a pool to go on with it, or begins it.
   *
   * @throws BadDataException if it was drawn with other settings, or is no pool
   */
  public static PoolFile open(Path path, PoolSettings settings) {
    PoolFile file = new PoolFile(path);
    try {
      List<String> lines = file.wholeLines();
      if (lines.isEmpty()) {
        file.append(settings);
      } else {
        file.requireSame(settings, file.parse(lines, 0, PoolSettings.class));
        for (int i = 1; i < lines.size(); i++) {
          file.problems.add(file.parse(lines, i, PooledProblem.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + path, e);
    }
    return file;
  }

  /** What is there, in the order of the set. */
  public synchronized List<PooledProblem> problems() {
    return problems.stream().sorted(Comparator.comparing(PooledProblem::index)).toList();
  }

  public synchronized void add(PooledProblem problem) {
    try {
      append(problem);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + path, e);
    }
    problems.add(problem);
  }

  /** The lines that were written to their end; the beginning of another is cut off. */
  private List<String> wholeLines() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
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

  private <T> T parse(List<String> lines, int row, Class<T> type) {
    try {
      return Json.mapper().readValue(lines.get(row), type);
    } catch (JacksonException e) {
      throw new BadDataException(
          "%s, row %d, is not of a pool: %s".formatted(path, row + 1, e.getOriginalMessage()));
    }
  }

  private void requireSame(PoolSettings wanted, PoolSettings found) {
    List<String> differences = wanted.differences(found);
    if (!differences.isEmpty()) {
      throw new BadDataException(
          "%s was drawn with %s; choose another --out, or delete it"
              .formatted(path, String.join(", ", differences)));
    }
  }

  private void append(Object row) throws IOException {
    Files.writeString(
        path,
        Json.mapper().writeValueAsString(row) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.rows.RowFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A pool on disk: its settings in the first line, then a problem a line. A process that is killed
 * loses the problems that it was at, and no other.
 */
public final class PoolFile {

  private static final String WHOLE = "a pool";

  private final RowFile rows;
  private final List<PooledProblem> problems = new ArrayList<>();

  private PoolFile(RowFile rows) {
    this.rows = rows;
  }

  /**
   * Opens a pool to go on with it, or begins it.
   *
   * @throws BadDataException if it was drawn with other settings, or is no pool
   */
  public static PoolFile open(Path path, PoolSettings settings) {
    RowFile rows = new RowFile(path);
    PoolFile file = new PoolFile(rows);
    List<String> lines = rows.wholeLines();
    if (lines.isEmpty()) {
      rows.append(settings);
    } else {
      requireSame(path, settings, rows.parse(lines, 0, PoolSettings.class, WHOLE));
      for (int i = 1; i < lines.size(); i++) {
        file.problems.add(rows.parse(lines, i, PooledProblem.class, WHOLE));
      }
    }
    return file;
  }

  /** What is there, in the order of the set. */
  public synchronized List<PooledProblem> problems() {
    return problems.stream().sorted(Comparator.comparing(PooledProblem::index)).toList();
  }

  public synchronized void add(PooledProblem problem) {
    rows.append(problem);
    problems.add(problem);
  }

  private static void requireSame(Path path, PoolSettings wanted, PoolSettings found) {
    List<String> differences = wanted.differences(found);
    if (!differences.isEmpty()) {
      throw new BadDataException(
          "%s was drawn with %s; choose another --out, or delete it"
              .formatted(path, String.join(", ", differences)));
    }
  }
}

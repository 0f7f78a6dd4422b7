// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a transaction that has a problem to itself knows of its final solutions, so that it need not
 * read what it has just written.
 */
final class KnownSolutions {

  private final Map<SolutionId, Solution> arrived = new HashMap<>();
  private final Map<SolutionId, Integer> asked = new HashMap<>();
  private final Set<SolutionId> reduced = new HashSet<>();
  private boolean current;

  /**
   * A final solution's row.
   *
   * @param asked verdicts on it
   * @param reduced whether its outcome was asked for
   */
  record Known(SolutionId id, int asked, boolean reduced) {}

  /** Whether this is all that the rows say. */
  boolean current() {
    return current;
  }

  /** One that may become a row: how many verdicts on it count as asked for its row will tell. */
  void arrive(Solution solution) {
    arrived.put(solution.id(), solution);
    current = false;
  }

  /** What the rows say, all of them. */
  void read(List<Known> rows) {
    asked.clear();
    rows.forEach(
        row -> {
          asked.put(row.id(), row.asked());
          if (row.reduced()) {
            reduced.add(row.id());
          }
        });
    current = true;
  }

  /** Whether the verdict was asked for; of a solution without a row nobody can say. */
  boolean expects(SolutionId solution, int number) {
    Integer count = asked.get(solution);
    return count == null || number < count;
  }

  /** The solution as it came, where it came in this transaction and nothing was made of it. */
  Optional<Solution> untouched(SolutionId id) {
    return current && asked.containsKey(id) && !reduced.contains(id)
        ? Optional.ofNullable(arrived.get(id))
        : Optional.empty();
  }

  /**
   * Counts verdicts as asked for.
   *
   * @return how many there were before
   */
  int count(SolutionId id, int more) {
    int before = asked.getOrDefault(id, 0);
    asked.put(id, before + more);
    return before;
  }

  void reduce(SolutionId id) {
    reduced.add(id);
  }
}

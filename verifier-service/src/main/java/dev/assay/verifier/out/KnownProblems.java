// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The problems that were worked last. What a problem asks never changes once its row has it, so
 * that it need not be read again with each of its events.
 */
final class KnownProblems {

  /** Those of large questions take 16 MB together. */
  private static final int MOST = 256;

  private final Map<ProblemId, Problem> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProblemId, Problem> eldest) {
          return size() > MOST;
        }
      };

  /** To be told of what is committed only. */
  synchronized void add(Problem problem) {
    latest.put(problem.id(), problem);
  }

  synchronized void remove(ProblemId id) {
    latest.remove(id);
  }

  synchronized Optional<Problem> find(ProblemId id) {
    return Optional.ofNullable(latest.get(id));
  }
}

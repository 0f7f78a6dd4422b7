// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.scaling.pool;

import java.util.List;

/** A pool in memory. */
public record Drawn(PoolSettings settings, List<PooledProblem> problems) {

  public Drawn {
    problems = List.copyOf(problems);
  }
}

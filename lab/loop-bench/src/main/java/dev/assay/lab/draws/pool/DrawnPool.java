// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import java.util.List;

/** A pool in memory. */
public record DrawnPool(PoolSettings settings, List<PooledProblem> problems) {

  public DrawnPool {
    problems = List.copyOf(problems);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.ProblemId;

/**
 * The problems that were settled lately. Workers look here before they buy a model call that can no
 * longer change anything; to miss one costs a call and nothing else.
 */
public final class SettledProblems {

  private final RecentIds ids = new RecentIds(10_000);

  void on(Event settled) {
    ids.add(settled.problemId());
  }

  public boolean contains(ProblemId problem) {
    return ids.contains(problem);
  }
}

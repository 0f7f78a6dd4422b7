// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.loop.GeneratedProblems;
import java.util.List;

/** Questions that the embedded model can be asked. */
final class Questions {

  /** Sums that even a weak model gets right. */
  static final String EASY = "((1 + 2 + 3 + 4) + (1 + 1 + 1 + 1)) =";

  static final String ALSO_EASY = "((2 + 1 + 1 + 1) * (1 + 1 + 1 + 2)) =";

  private Questions() {}

  /** As hard as they come. */
  static List<BenchProblem> any(int count) {
    return GeneratedProblems.of(count, 20261124);
  }
}

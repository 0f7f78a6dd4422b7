// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.core;

import dev.assay.contracts.AttemptEvent.Requested;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Problem;
import java.util.List;
import java.util.stream.IntStream;

/** Turns a problem into the attempts that its policy asks for. */
public final class Planner {

  private Planner() {}

  /**
   * All N attempts, or the first of them where the verifier asks for more as it needs them;
   * numbered from 0, the same ones, however often it is asked.
   */
  public static List<Requested> plan(Problem problem) {
    return IntStream.range(0, problem.policy().firstAttempts())
        .mapToObj(number -> new Requested(problem, new AttemptId(problem.id(), number)))
        .toList();
  }
}

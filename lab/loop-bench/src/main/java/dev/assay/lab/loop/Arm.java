// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.CanonicalJson;
import dev.assay.contracts.PolicyOverrides;

/**
 * One way to work the problems.
 *
 * @param name as the report heads its column
 */
public record Arm(String name, PolicyOverrides effort) {

  /** The same in every process, so that a bench that was cut short asks nothing twice. */
  String key(String run, BenchProblem problem) {
    return "bench/%s/%d/%s/%s"
        .formatted(
            run,
            problem.index(),
            Integer.toHexString(problem.question().hashCode()),
            Integer.toHexString(CanonicalJson.of(effort).hashCode()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.CanonicalJson;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import org.jspecify.annotations.Nullable;

/**
 * One way to work the problems.
 *
 * @param name as the report heads its column
 * @param kind of the questions, where it is said; null leaves it to the server
 */
public record Arm(String name, PolicyOverrides effort, @Nullable QuestionKind kind) {

  public Arm(String name, PolicyOverrides effort) {
    this(name, effort, null);
  }

  /** The same in every process, so that a bench that was cut short asks nothing twice. */
  String key(String run, BenchProblem problem) {
    return "bench/%s/%d/%s/%s%s"
        .formatted(
            run,
            problem.index(),
            Integer.toHexString(problem.question().hashCode()),
            Integer.toHexString(CanonicalJson.of(effort).hashCode()),
            kind == null ? "" : "/" + kind);
  }
}

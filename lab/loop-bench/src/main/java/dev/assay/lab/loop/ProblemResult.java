// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Usage;
import org.jspecify.annotations.Nullable;

/** What became of one problem. */
public sealed interface ProblemResult {

  BenchProblem problem();

  /**
   * It was settled, and all its evidence is in.
   *
   * @param answer as given, or null where none was
   * @param seconds from its submission until it was settled
   * @param usage of all its model calls
   * @param labelled what it teaches about the verifier, or null where it teaches nothing
   */
  record Settled(
      BenchProblem problem,
      String id,
      Status status,
      @Nullable String answer,
      boolean late,
      EvidenceScore score,
      double seconds,
      Usage usage,
      @Nullable LabelledEvidence labelled)
      implements ProblemResult {}

  /**
   * It was not settled in time, or its evidence never came.
   *
   * @param trouble why
   */
  record Lost(BenchProblem problem, String trouble) implements ProblemResult {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/** An event that asks for work and brings everything that is needed to do it. */
public sealed interface Task extends Event
    permits ProblemEvent.Submitted,
        ProblemEvent.Cancelled,
        AttemptEvent.Requested,
        SolutionEvent.Drafted,
        CritiqueEvent.Criticised,
        VerificationEvent.Requested,
        ComparisonEvent.Requested,
        OutcomeEvent.Requested {

  Problem problem();

  @Override
  default ProblemId problemId() {
    return problem().id();
  }
}

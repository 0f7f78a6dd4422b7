// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import java.util.List;

/** Reads evidence attempt by attempt, so that no more than one of them is ever held. */
public final class AttemptEvidence {

  private final Problems problems;

  public AttemptEvidence(Problems problems) {
    this.problems = problems;
  }

  /** What was recorded of an attempt, up to the problem's last event. */
  public ProblemEvidence.Attempt of(StoredProblem problem, int attempt) {
    AttemptRecord record = new AttemptRecord(attempt);
    List<RecordedEvent> page = problems.events(problem, attempt, 0);
    while (!page.isEmpty()) {
      page.forEach(each -> record.add(each.event()));
      page = problems.events(problem, attempt, page.getLast().seq());
    }
    return record.evidence();
  }
}

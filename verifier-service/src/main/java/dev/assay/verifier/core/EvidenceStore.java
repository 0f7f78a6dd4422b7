// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.selection.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the evidence on problems is kept. */
public interface EvidenceStore {

  /**
   * Lets the work happen in one transaction, with the problem to itself.
   *
   * @param events of the problem, which count as worked if the transaction commits
   */
  void open(ProblemId id, List<Event> events, Consumer<OpenProblem> work);

  /** The same, unless the problem is settled, not due yet, or being worked by somebody else. */
  void openIfDue(ProblemId id, Instant now, Consumer<OpenProblem> work);

  /** What has arrived about a problem, whoever may be working on it; not what was asked for. */
  Evidence read(ProblemId id);

  /** The problem itself; empty while only other events of it have arrived. */
  Optional<Problem> problem(ProblemId id);

  /** Some of the open problems whose deadline has come, the most overdue first. */
  List<ProblemId> due(Instant now);

  /** Some of the open problems that no attempts were counted for, as an earlier build left them. */
  List<ProblemId> unplanned();

  /**
   * Deletes everything that is kept of a problem but its id, by which whatever is said of it later
   * is recognised and not taken in.
   *
   * @param at when it was deleted where it had been taken
   */
  void delete(ProblemId id, Instant at);

  /** Forgets what was said about problems that never arrived themselves. */
  void forgetStrays(Instant firstSeenBefore);
}

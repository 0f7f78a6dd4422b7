// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationId;
import dev.assay.selection.Evidence;
import dev.assay.selection.FinalSolution;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one problem, for the length of a transaction that has it to itself. */
public interface OpenProblem {

  boolean settled();

  /** Empty while only other events of the problem have arrived. */
  Optional<Problem> problem();

  /** The events that were not worked before; they now count as worked. */
  List<Event> admit(List<Event> events);

  /** Does nothing if the problem is known. */
  void register(Problem problem);

  /**
   * Keeps the final solution of an attempt, unless it has one already.
   *
   * @param spent by the attempt so far
   */
  void add(Solution outcome, boolean accepted, Usage spent);

  /**
   * Keeps a revision of an attempt that is not final, unless a later one is known.
   *
   * @param spent by the attempt so far
   */
  void keep(Solution draft, Usage spent);

  /**
   * Whether this verdict was asked for, or its solution is not known yet, as when a topic is read
   * again.
   */
  boolean expects(VerificationId verification);

  void add(Returned verdict);

  void add(Abandoned attempt);

  Evidence evidence();

  /** Keeps the groups of these solutions' answers. */
  void group(Collection<FinalSolution> solutions);

  /** Whether attempts have been counted as asked for. */
  boolean planned();

  /**
   * Counts attempts as asked for.
   *
   * @return the number of the first of them
   */
  int countAttempts(int more);

  /** Counts verdicts on a final solution as asked for. */
  Counted countVerdicts(SolutionId solution, int more);

  /**
   * Settles the problem, and publishes it, unless it is settled.
   *
   * @param causedBy id of the event that completed the evidence, or null if time did
   */
  void settle(Answer answer, @Nullable String causedBy);

  /** Publishes the event if the transaction commits. */
  void publish(Event event, @Nullable String causedBy);

  /**
   * Verdicts that may now be asked for.
   *
   * @param first the number of the first of them
   */
  record Counted(int first, Solution outcome) {}
}

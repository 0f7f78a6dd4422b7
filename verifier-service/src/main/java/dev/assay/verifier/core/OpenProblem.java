// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Summarised;
import dev.assay.contracts.VerificationId;
import dev.assay.selection.AnswerPair;
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

  /** Of the events that it was opened for, those that were not worked before. */
  List<Event> fresh();

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

  /** Keeps what an arbiter said, unless it is known; the pair then counts as asked about. */
  void add(Compared comparison);

  /**
   * Keeps what came of a final solution's outcome, unless it is known.
   *
   * @return the verdicts on the solution that were counted and waited for this; empty for none
   */
  Optional<Counted> add(Summarised outcome);

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

  /** Counts the pair as asked about. */
  void countComparison(AnswerPair pair);

  /** Keeps that what an arbiter said of the pair contradicts what stands, and tells people once. */
  void contradict(AnswerPair pair);

  /** Counts the outcome of a final solution as asked for, if it is not. */
  void countOutcome(SolutionId solution);

  /**
   * Settles the problem, and publishes it, unless it is settled.
   *
   * @param causedBy id of the event that completed the evidence, or null if time did
   */
  void settle(Answer answer, @Nullable String causedBy);

  /** Publishes the event if the transaction commits. */
  void publish(Event event, @Nullable String causedBy);

  /**
   * Verdicts that are counted as asked for.
   *
   * @param first the number of the first of them
   * @param count how many they are
   * @param outcome how far the outcome of the solution is
   */
  record Counted(int first, int count, Solution solution, OutcomeState outcome) {}
}

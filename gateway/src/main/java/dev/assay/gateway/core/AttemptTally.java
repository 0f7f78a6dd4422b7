// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Usage;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of one attempt, as numbers.
 *
 * @param spent on drafts and critiques: the bill travels with the events, and the longest one is
 *     the latest
 * @param solutions by revision
 * @param compared usage of the comparisons of its answer with those of later attempts; null for
 *     none
 */
public record AttemptTally(
    boolean abandoned,
    Usage spent,
    SortedMap<Integer, SolutionTally> solutions,
    @Nullable Usage compared) {

  static final AttemptTally NONE =
      new AttemptTally(false, Usage.NONE, Collections.emptySortedMap(), null);

  public AttemptTally {
    solutions = solutions == null ? Collections.emptySortedMap() : solutions;
  }

  AttemptTally abandon() {
    return new AttemptTally(true, spent, solutions, compared);
  }

  AttemptTally spent(Usage bill) {
    return bill.calls() >= spent.calls()
        ? new AttemptTally(abandoned, bill, solutions, compared)
        : this;
  }

  AttemptTally at(int revision, UnaryOperator<SolutionTally> change) {
    SortedMap<Integer, SolutionTally> changed = new TreeMap<>(solutions);
    changed.put(revision, change.apply(solutions.getOrDefault(revision, SolutionTally.NONE)));
    return new AttemptTally(abandoned, spent, changed, compared);
  }

  AttemptTally compare(Usage more) {
    Usage all = compared == null ? more : compared.plus(more);
    return new AttemptTally(abandoned, spent, solutions, all);
  }

  @Nullable SolutionTally at(int revision) {
    return solutions.get(revision);
  }

  /** Whether its final solution states no answer, so that there is nothing to verify. */
  boolean unanswered() {
    return solutions.values().stream().anyMatch(SolutionTally::unanswered);
  }

  long refinements() {
    return solutions.tailMap(1).values().stream().filter(SolutionTally::drafted).count();
  }

  Usage usage() {
    Usage first = compared == null ? spent : spent.plus(compared);
    return solutions.values().stream().map(SolutionTally::usage).reduce(first, Usage::plus);
  }
}

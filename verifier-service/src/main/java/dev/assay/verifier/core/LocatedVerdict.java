// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.FirstError;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on an outcome, led back to the solution: people and labels know the solution's steps,
 * and another summary would have other ones.
 *
 * @param verdict in the steps of the solution
 * @param outcomeError the first wrong step of the outcome, where its steps are other ones
 */
record LocatedVerdict(Verdict verdict, @Nullable Integer outcomeError) {

  /**
   * @param covers for each step of the outcome those of the solution, or null where they are the
   *     same
   */
  static LocatedVerdict of(Verdict verdict, @Nullable List<List<Integer>> covers) {
    return covers != null && verdict instanceof FirstError error && error.step().isPresent()
        ? new LocatedVerdict(
            new FirstError(located(error.index(), covers), error.why(), error.score(), null),
            error.index())
        : new LocatedVerdict(verdict, null);
  }

  /** The first step that it stands for; what is missing at the end is missing behind them all. */
  private static int located(int index, List<List<Integer>> covers) {
    return index < covers.size() && !covers.get(index).isEmpty()
        ? covers.get(index).getFirst()
        : 1 + covers.stream().flatMap(Collection::stream).max(Integer::compare).orElse(-1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.scaling;

import dev.assay.contracts.SelectionRule;
import java.util.function.BiPredicate;

/**
 * A way of spending calls, on every problem of a pool.
 *
 * @param share of each problem, the share of orders in which it is right
 * @param once whether it is right in the order in which everything was drawn
 */
record Way(double[] share, boolean[] once) {

  /** Pessimistic selection on a grid. */
  static Way loop(Cases cases, Grid grid) {
    return of(
        cases,
        (problem, order) ->
            Spent.on(problem, grid, order).right().contains(SelectionRule.PESSIMISTIC));
  }

  /** The majority of as many drafts as the grid makes calls on the same problem. */
  static Way votesFor(Cases cases, Grid grid) {
    return of(
        cases,
        (problem, order) ->
            Voting.right(problem.votes(), order.votes(), Spent.on(problem, grid, order).calls()));
  }

  private static Way of(Cases cases, BiPredicate<Case, Shuffle> right) {
    boolean[] once = new boolean[cases.all().size()];
    for (int i = 0; i < once.length; i++) {
      Case problem = cases.all().get(i);
      once[i] = right.test(problem, Shuffle.none(problem, cases.verdicts()));
    }
    return new Way(cases.share(right), once);
  }
}

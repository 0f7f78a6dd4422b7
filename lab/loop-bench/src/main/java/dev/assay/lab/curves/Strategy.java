// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.SelectionRule;
import java.util.function.BiPredicate;

/**
 * A way of spending calls, on every problem of a pool.
 *
 * @param share of each problem, the share of orders in which it is right
 * @param once whether it is right in the order in which everything was drawn
 */
record Strategy(double[] share, boolean[] once) {

  /** Pessimistic selection on a grid. */
  static Strategy loop(PooledCases cases, GridSize grid) {
    return of(
        cases,
        (problem, order) ->
            GridSample.on(problem, grid, order).right().contains(SelectionRule.PESSIMISTIC));
  }

  /** The majority of as many drafts as the grid makes calls on the same problem. */
  static Strategy votesFor(PooledCases cases, GridSize grid) {
    return of(
        cases,
        (problem, order) ->
            Voting.right(
                problem.votes(), order.votes(), GridSample.on(problem, grid, order).calls()));
  }

  private static Strategy of(PooledCases cases, BiPredicate<PooledCase, DrawOrder> right) {
    boolean[] once = new boolean[cases.all().size()];
    for (int i = 0; i < once.length; i++) {
      PooledCase problem = cases.all().get(i);
      once[i] = right.test(problem, DrawOrder.none(problem, cases.verdicts()));
    }
    return new Strategy(cases.share(right), once);
  }
}

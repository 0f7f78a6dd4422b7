// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.SelectionRule;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.draws.pool.DrawnPool;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * The problems of a pool, and what is expected of a rule on each: the mean over many orders of its
 * attempts, verdicts and votes.
 *
 * @param verdicts there are on each outcome
 */
record PooledCases(List<PooledCase> all, int verdicts) {

  /** Orders of each problem; enough that an order of chance moves no decimal that is shown. */
  static final int DRAWS = 64;

  PooledCases {
    all = List.copyOf(all);
  }

  static PooledCases of(DrawnPool drawn) {
    MathEquality equality = new MathEquality();
    return new PooledCases(
        drawn.problems().stream().map(each -> PooledCase.of(each, equality)).toList(),
        drawn.settings().verifications());
  }

  /**
   * The same problems with the votes of somebody else.
   *
   * @param other of the same problems, in the same order
   */
  PooledCases votedBy(PooledCases other) {
    return new PooledCases(
        IntStream.range(0, all.size()).mapToObj(i -> all.get(i).votedBy(other.all.get(i))).toList(),
        verdicts);
  }

  /**
   * A grid, measured.
   *
   * @param right of each rule, for each problem the share of orders in which it chooses right
   * @param attemptCalls of drafting, critiques and refinements, the mean of a problem
   * @param verdictCalls of verification, the mean of a problem
   */
  record Measured(Map<SelectionRule, double[]> right, double attemptCalls, double verdictCalls) {

    Measured {
      right = new EnumMap<>(right);
    }

    double[] right(SelectionRule rule) {
      return right.getOrDefault(rule, new double[0]);
    }

    /** Of all calls that the loop makes. */
    double calls() {
      return attemptCalls + verdictCalls;
    }
  }

  Measured measure(GridSize grid) {
    Map<SelectionRule, double[]> right = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      right.put(rule, new double[all.size()]);
    }
    long attemptCalls = 0;
    long verdictCalls = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        GridSample spent = GridSample.on(all.get(i), grid, order(i, draw));
        int problem = i;
        spent.right().forEach(rule -> add(right, rule, problem));
        attemptCalls += spent.attemptCalls();
        verdictCalls += spent.verdictCalls();
      }
    }
    double orders = (double) all.size() * DRAWS;
    return new Measured(right, attemptCalls / orders, verdictCalls / orders);
  }

  private static void add(Map<SelectionRule, double[]> right, SelectionRule rule, int problem) {
    right.getOrDefault(rule, new double[0])[problem] += 1.0 / DRAWS;
  }

  /** For each problem the share of orders of which something is true. */
  double[] share(BiPredicate<PooledCase, DrawOrder> test) {
    return IntStream.range(0, all.size())
        .mapToDouble(
            i ->
                IntStream.range(0, DRAWS)
                        .filter(draw -> test.test(all.get(i), order(i, draw)))
                        .count()
                    / (double) DRAWS)
        .toArray();
  }

  /** The same orders whatever is measured, so that differences are paired. */
  DrawOrder order(int problem, int draw) {
    return DrawOrder.of(all.get(problem), verdicts, (long) problem * DRAWS + draw);
  }
}

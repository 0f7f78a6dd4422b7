// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.scaling;

import dev.assay.bench.scaling.pool.Drawn;
import dev.assay.contracts.SelectionRule;
import dev.assay.reasoning.answer.MathEquality;
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
record Cases(List<Case> all, int verdicts) {

  /** Orders of each problem; enough that an order of chance moves no decimal that is shown. */
  static final int DRAWS = 64;

  Cases {
    all = List.copyOf(all);
  }

  static Cases of(Drawn drawn) {
    MathEquality equality = new MathEquality();
    return new Cases(
        drawn.problems().stream().map(each -> Case.of(each, equality)).toList(),
        drawn.settings().verifications());
  }

  /**
   * The same problems with the votes of somebody else.
   *
   * @param other of the same problems, in the same order
   */
  Cases votedBy(Cases other) {
    return new Cases(
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

  Measured measure(Grid grid) {
    Map<SelectionRule, double[]> right = new EnumMap<>(SelectionRule.class);
    for (SelectionRule rule : SelectionRule.values()) {
      right.put(rule, new double[all.size()]);
    }
    long attemptCalls = 0;
    long verdictCalls = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        Spent spent = Spent.on(all.get(i), grid, order(i, draw));
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
  double[] share(BiPredicate<Case, Shuffle> test) {
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
  Shuffle order(int problem, int draw) {
    return Shuffle.of(all.get(problem), verdicts, (long) problem * DRAWS + draw);
  }
}

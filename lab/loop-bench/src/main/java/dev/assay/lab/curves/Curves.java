// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.curves.PooledCases.Measured;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.statistics.BestOf;
import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.PercentInterval;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Accuracy against calls, rule by rule; a grid is measured once, whoever asks for it. */
final class Curves {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 13);

  private final PooledCases cases;
  private final PoolSize size;
  private final Map<GridSize, Measured> measured = new ConcurrentHashMap<>();

  Curves(PooledCases cases, PoolSize size) {
    this.cases = cases;
    this.size = size;
  }

  PoolSize size() {
    return size;
  }

  Measured of(GridSize grid) {
    return measured.computeIfAbsent(grid, cases::measure);
  }

  /** The share of problems that the rule gets right. */
  Interval accuracy(SelectionRule rule, GridSize grid) {
    return BOOTSTRAP.mean(of(grid).right(rule));
  }

  /** The calls that the rule's evidence takes, the mean of a problem. */
  double calls(SelectionRule rule, GridSize grid) {
    return switch (rule) {
      case MAJORITY, SHORTEST_MAJORITY, ACCEPTED_MAJORITY -> of(grid).attemptCalls();
      case PESSIMISTIC, VERIFIER_VOTING, BEST_OF_N -> of(grid).calls();
    };
  }

  /** The share of problems with a right outcome among N: no rule can do better. */
  double any(GridSize grid) {
    return cases.all().stream()
        .mapToDouble(
            each -> BestOf.anyRight(each.lines().size(), right(each, grid), grid.attempts()))
        .average()
        .orElse(0);
  }

  private static int right(PooledCase problem, GridSize grid) {
    return (int)
        problem.lines().stream()
            .map(line -> line.after(grid.revisions(), grid.route()))
            .filter(outcome -> outcome.group() == problem.right())
            .count();
  }

  /** A rule from one attempt to all of them. */
  Series series(String name, SelectionRule rule, int verifications, int revisions) {
    return new Series(
        name,
        Kind.LINE,
        Arrays.stream(size.someAttempts())
            .mapToObj(n -> point(rule, GridSize.guided(n, verifications, revisions)))
            .toList());
  }

  private Point point(SelectionRule rule, GridSize grid) {
    return PercentInterval.point(calls(rule, grid), accuracy(rule, grid));
  }

  /** The same attempts beside the votes of other drafts. */
  Curves votedBy(PooledCases other) {
    return new Curves(cases.votedBy(other), size);
  }

  /** The majority of drafts that nobody judges, at one call each. */
  Series votes(String name) {
    int most = size.votes();
    return new Series(
        name,
        Kind.LINE,
        IntStream.concat(Arrays.stream(PoolSize.powers(most - 1)), IntStream.of(most))
            .mapToObj(calls -> PercentInterval.point(calls, votes(calls)))
            .toList());
  }

  /** The accuracy of a vote that costs what the grid does, problem by problem. */
  Interval votesFor(GridSize grid) {
    return BOOTSTRAP.mean(Strategy.votesFor(cases, grid).share());
  }

  /** The accuracy of a vote that costs so many calls. */
  Interval votes(int calls) {
    return BOOTSTRAP.mean(
        cases.share((problem, order) -> Voting.right(problem.votes(), order.votes(), calls)));
  }
}

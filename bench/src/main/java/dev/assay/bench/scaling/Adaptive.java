// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.scaling;

import dev.assay.bench.pool.Pool;
import dev.assay.bench.pool.Replay;
import dev.assay.bench.pool.Replay.End;
import dev.assay.bench.stats.Bootstrap;
import dev.assay.bench.stats.Interval;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.Bar;
import dev.assay.selection.scoring.Scoring;
import dev.assay.selection.stopping.Contest;
import dev.assay.selection.stopping.Settings;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Adaptive stopping within a grid.
 *
 * @param epsilon the chance of another decision that it stops at
 * @param right the share of problems, the mean over a few orders
 * @param calls all that the attempts and verdicts took which it asked for, the mean of a problem
 */
record Adaptive(Grid grid, double epsilon, Interval right, double calls) {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 29);

  /** Orders of each problem: fewer than for grids, as every step of each is a simulation. */
  private static final int DRAWS = 4;

  /** With all but the tolerance as the verifier service has it. */
  private static final Settings SETTINGS = new Settings(0, 4, 2, true, 500, 1);

  private record Run(boolean right, double calls) {}

  static Adaptive of(Cases cases, Grid grid, double epsilon) {
    Contest contest =
        new Contest(
            new Scoring(grid.attempts(), grid.verifications(), Policy.DEFAULT.alpha()),
            SelectionRule.PESSIMISTIC,
            Bar.of(Policy.DEFAULT));
    Run[][] runs =
        IntStream.range(0, cases.all().size())
            .parallel()
            .mapToObj(i -> runs(cases, i, grid, contest, SETTINGS.withEpsilon(epsilon)))
            .toArray(Run[][]::new);
    double[] right =
        Arrays.stream(runs)
            .mapToDouble(each -> Arrays.stream(each).filter(Run::right).count() / (double) DRAWS)
            .toArray();
    double calls =
        Arrays.stream(runs).flatMap(Arrays::stream).mapToDouble(Run::calls).average().orElse(0);
    return new Adaptive(grid, epsilon, BOOTSTRAP.mean(right), calls);
  }

  private static Run[] runs(
      Cases cases, int problem, Grid grid, Contest contest, Settings settings) {
    Case each = cases.all().get(problem);
    return IntStream.range(0, DRAWS)
        .mapToObj(draw -> cases.order(problem, draw))
        .map(order -> run(each, grid, order, contest, settings))
        .toArray(Run[]::new);
  }

  private static Run run(
      Case problem, Grid grid, Shuffle order, Contest contest, Settings settings) {
    Candidate[] outcomes =
        Arrays.stream(order.attempts())
            .mapToObj(i -> problem.lines().get(i).after(grid.revisions(), grid.route()))
            .toArray(Candidate[]::new);
    Pool pool =
        new Pool(
            Set.of(problem.right()),
            Arrays.stream(outcomes).mapToInt(Candidate::group).toArray(),
            Arrays.stream(outcomes).mapToInt(Candidate::tokens).toArray(),
            Arrays.stream(outcomes).mapToInt(Candidate::calls).toArray(),
            Arrays.stream(outcomes).map(Candidate::verdicts).toArray(double[][]::new));
    End end = Replay.adaptive(pool, contest, settings, 1);
    int attempts = Arrays.stream(outcomes).limit(end.attempts()).mapToInt(Candidate::calls).sum();
    return new Run(end.right(), attempts + end.verdicts() * callsOfVerdict(outcomes));
  }

  /** The mean: which of the verdicts it asked for, the replay does not tell. */
  private static double callsOfVerdict(Candidate[] outcomes) {
    return Arrays.stream(outcomes)
        .flatMapToInt(each -> Arrays.stream(each.verdictCalls()))
        .average()
        .orElse(1);
  }
}

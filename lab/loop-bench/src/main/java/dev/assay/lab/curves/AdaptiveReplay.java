// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.studies.stopping.RecordedCalls;
import dev.assay.lab.studies.stopping.StoppingReplay;
import dev.assay.lab.studies.stopping.StoppingReplay.End;
import dev.assay.selection.scoring.ScoringRules;
import dev.assay.selection.scoring.VerifiedThreshold;
import dev.assay.selection.stopping.SelectionCriterion;
import dev.assay.selection.stopping.StoppingSettings;
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
record AdaptiveReplay(GridSize grid, double epsilon, Interval right, double calls) {

  /** The tolerance of the verifier service. */
  static final double SERVICE_EPSILON = 0.05;

  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 29);

  /** Orders of each problem: fewer than for grids, as every step of each is a simulation. */
  private static final int DRAWS = 4;

  /** With all but the tolerance as the verifier service has it. */
  private static final StoppingSettings SETTINGS = new StoppingSettings(0, 4, 2, true, 500, 1);

  private record Run(boolean right, double calls) {}

  static AdaptiveReplay of(PooledCases cases, GridSize grid, double epsilon) {
    SelectionCriterion criterion =
        new SelectionCriterion(
            new ScoringRules(grid.attempts(), grid.verifications(), Policy.DEFAULT.alpha()),
            SelectionRule.PESSIMISTIC,
            VerifiedThreshold.of(Policy.DEFAULT));
    Run[][] runs =
        IntStream.range(0, cases.all().size())
            .parallel()
            .mapToObj(i -> runs(cases, i, grid, criterion, SETTINGS.withEpsilon(epsilon)))
            .toArray(Run[][]::new);
    double[] right =
        Arrays.stream(runs)
            .mapToDouble(each -> Arrays.stream(each).filter(Run::right).count() / (double) DRAWS)
            .toArray();
    double calls =
        Arrays.stream(runs).flatMap(Arrays::stream).mapToDouble(Run::calls).average().orElse(0);
    return new AdaptiveReplay(grid, epsilon, BOOTSTRAP.mean(right), calls);
  }

  private static Run[] runs(
      PooledCases cases,
      int problem,
      GridSize grid,
      SelectionCriterion criterion,
      StoppingSettings settings) {
    PooledCase each = cases.all().get(problem);
    return IntStream.range(0, DRAWS)
        .mapToObj(
            draw ->
                run(
                    each,
                    grid,
                    cases.order(problem, draw),
                    criterion,
                    settings,
                    (long) problem * DRAWS + draw))
        .toArray(Run[]::new);
  }

  /**
   * @param seed of the simulations; another one each time, since many problems pass through the
   *     same few states, whose chances are so near the tolerance that one seed would decide them
   *     all
   */
  private static Run run(
      PooledCase problem,
      GridSize grid,
      DrawOrder order,
      SelectionCriterion criterion,
      StoppingSettings settings,
      long seed) {
    Candidate[] outcomes =
        Arrays.stream(order.attempts())
            .mapToObj(i -> problem.lines().get(i).after(grid.revisions(), grid.route()))
            .toArray(Candidate[]::new);
    RecordedCalls pool =
        new RecordedCalls(
            Set.of(problem.right()),
            Arrays.stream(outcomes).mapToInt(Candidate::group).toArray(),
            Arrays.stream(outcomes).mapToInt(Candidate::tokens).toArray(),
            Arrays.stream(outcomes).mapToInt(Candidate::calls).toArray(),
            Arrays.stream(outcomes).map(Candidate::verdicts).toArray(double[][]::new));
    End end = StoppingReplay.adaptive(pool, criterion, settings, seed);
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

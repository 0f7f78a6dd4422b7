// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.stopping;

import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.studies.stopping.StoppingReplay.End;
import dev.assay.selection.stopping.SelectionCriterion;
import dev.assay.selection.stopping.StoppingSettings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What adaptive stopping saves, and what it costs in accuracy: tuned on every second pool, and told
 * of the others.
 *
 * @param free calls of each pool that both rules make anyway, and that are not counted
 */
public record StoppingMeasurement(
    List<RecordedCalls> pools,
    Function<RecordedCalls, SelectionCriterion> criterion,
    StoppingSettings settings,
    int free) {

  /** The tolerances to choose from; the first stops only where nothing can change. */
  private static final double[] EPSILONS = {0, 0.002, 0.005, 0.01, 0.02, 0.05};

  /** How much accuracy the choice may lose on the pools that it is tuned on, as a share. */
  private static final double TOLERANCE = 0.003;

  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 11);

  public StoppingMeasurement {
    pools = List.copyOf(pools);
  }

  /**
   * @param epsilon that was chosen on the other half
   * @param fixed accuracy of the whole grid on this half, from 0 to 1
   * @param fixedCalls of the whole grid, the mean of a pool
   * @param adaptive accuracy of adaptive stopping on this half
   * @param difference of the two, paired
   * @param calls the share of the grid's calls that adaptive stopping made
   * @param rounds waits for results one after the other, the mean of a pool
   * @param curve of every tolerance, on this half
   */
  public record Result(
      double epsilon,
      Interval fixed,
      double fixedCalls,
      Interval adaptive,
      Interval difference,
      Interval calls,
      double rounds,
      List<Step> curve) {

    public Result {
      curve = List.copyOf(curve);
    }
  }

  /** A tolerance, its accuracy, and the mean calls of a pool. */
  public record Step(double epsilon, Interval accuracy, double calls) {}

  /** Tunes epsilon on the pools of even places, and measures on those of odd ones. */
  public Result measure() {
    End[] fixed = ends(pool -> StoppingReplay.fixed(pool, criterion.apply(pool)));
    List<End[]> adaptive = Arrays.stream(EPSILONS).mapToObj(this::adaptive).toList();
    int chosen = choose(half(fixed, 0), adaptive.stream().map(each -> half(each, 0)).toList());
    End[] grid = half(fixed, 1);
    End[] ours = half(adaptive.get(chosen), 1);
    return new Result(
        EPSILONS[chosen],
        BOOTSTRAP.mean(right(grid)),
        mean(grid, this::calls),
        BOOTSTRAP.mean(right(ours)),
        BOOTSTRAP.difference(right(ours), right(grid)),
        share(ours, grid),
        mean(ours, End::rounds),
        curve(adaptive));
  }

  private End[] adaptive(double epsilon) {
    StoppingSettings eager = settings.withEpsilon(epsilon);
    return ends(pool -> StoppingReplay.adaptive(pool, criterion.apply(pool), eager, 1));
  }

  private End[] ends(Function<RecordedCalls, End> play) {
    return pools.parallelStream().map(play).toArray(End[]::new);
  }

  /** The cheapest epsilon that loses no more accuracy than allowed. */
  private int choose(End[] fixed, List<End[]> adaptive) {
    double least = mean(fixed, each -> each.right() ? 1 : 0) - TOLERANCE;
    return IntStream.range(0, EPSILONS.length)
        .filter(i -> mean(adaptive.get(i), each -> each.right() ? 1 : 0) >= least)
        .boxed()
        .min(Comparator.comparing(i -> mean(adaptive.get(i), this::calls)))
        .orElse(0);
  }

  private Interval share(End[] ours, End[] grid) {
    return BOOTSTRAP.of(
        ours.length,
        rows ->
            Arrays.stream(rows).mapToDouble(i -> calls(ours[i])).sum()
                / Arrays.stream(rows).mapToDouble(i -> calls(grid[i])).sum());
  }

  private List<Step> curve(List<End[]> adaptive) {
    return IntStream.range(0, EPSILONS.length)
        .mapToObj(
            i -> {
              End[] ends = half(adaptive.get(i), 1);
              return new Step(EPSILONS[i], BOOTSTRAP.mean(right(ends)), mean(ends, this::calls));
            })
        .toList();
  }

  private double calls(End end) {
    return end.calls() - free;
  }

  private static End[] half(End[] ends, int which) {
    return IntStream.range(0, ends.length)
        .filter(i -> i % 2 == which)
        .mapToObj(i -> ends[i])
        .toArray(End[]::new);
  }

  private static double[] right(End[] ends) {
    return Arrays.stream(ends).mapToDouble(end -> end.right() ? 1 : 0).toArray();
  }

  private static double mean(End[] ends, ToDoubleFunction<End> figure) {
    return Arrays.stream(ends).mapToDouble(figure).average().orElse(0);
  }
}

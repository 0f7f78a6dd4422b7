// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Confidence intervals by the percentile bootstrap (Efron 1979): rows are drawn with replacement,
 * as many as there are, and the figure is computed anew on each draw. The same seed gives the same
 * interval.
 *
 * @param resamples how many draws, at least 1; a thousand settles the first decimal of a percentage
 */
public record Bootstrap(int resamples, long seed) {

  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples: " + resamples + " (expected: at least 1)");
    }
  }

  /** The mean of one value a row, such as 1 for a right answer and 0 for a wrong one. */
  public Interval mean(double[] values) {
    return of(
        values.length, rows -> Arrays.stream(rows).mapToDouble(i -> values[i]).sum() / rows.length);
  }

  /**
   * The mean of {@code ours - theirs}, paired: both were measured on the same rows, so what makes a
   * row hard for both cancels.
   */
  public Interval difference(double[] ours, double[] theirs) {
    if (ours.length != theirs.length) {
      throw new IllegalArgumentException(
          "rows: " + ours.length + " and " + theirs.length + " (expected: the same rows)");
    }
    return mean(IntStream.range(0, ours.length).mapToDouble(i -> ours[i] - theirs[i]).toArray());
  }

  /**
   * Any figure.
   *
   * @param rows how many there are, at least 1
   * @param figure takes the indices of the drawn rows
   */
  public Interval of(int rows, ToDoubleFunction<int[]> figure) {
    return ofStrata(new int[] {rows}, figure);
  }

  /**
   * Any figure of rows of several sorts, whose numbers are no accident: each sort is drawn by
   * itself, so that no draw is without one.
   *
   * @param sizes how many rows of each sort there are, one sort behind the other, each at least 1
   * @param figure takes the indices of the drawn rows
   */
  public Interval ofStrata(int[] sizes, ToDoubleFunction<int[]> figure) {
    int[] rows = IntStream.range(0, Arrays.stream(sizes).sum()).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      figures[i] = figure.applyAsDouble(drawn(sizes, rows.length, random));
    }
    return Percentiles.around(figure.applyAsDouble(rows), figures);
  }

  private static int[] drawn(int[] sizes, int rows, SplittableRandom random) {
    int[] drawn = new int[rows];
    int start = 0;
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException("rows: " + size + " (expected: at least 1)");
      }
      for (int i = start; i < start + size; i++) {
        drawn[i] = start + random.nextInt(size);
      }
      start += size;
    }
    return drawn;
  }
}

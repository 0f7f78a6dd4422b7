// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import dev.assay.lab.overhead.ideal.ListSchedule;
import dev.assay.lab.overhead.ideal.WorkedSpan;
import dev.assay.lab.statistics.Percentiles;
import java.util.List;

/**
 * How long problems took, in milliseconds.
 *
 * @param problems that were done
 * @param makespan from the first beginning to the last end
 */
public record LoadFigures(int problems, double p50, double p95, double p99, double makespan) {

  private static final double MEDIAN = 0.5;
  private static final double LATE = 0.95;
  private static final double LATEST = 0.99;
  private static final double SECOND = 1000;

  /** Of a load; NaN where nothing was done. */
  public static LoadFigures of(List<WorkedSpan> spans) {
    double[] millis = spans.stream().mapToDouble(WorkedSpan::millis).toArray();
    return new LoadFigures(
        millis.length,
        Percentiles.nearest(millis, MEDIAN),
        Percentiles.nearest(millis, LATE),
        Percentiles.nearest(millis, LATEST),
        ListSchedule.makespan(spans));
  }

  /** The same without what every one of them has to take. */
  public LoadFigures beyond(double millis) {
    return new LoadFigures(problems, p50 - millis, p95 - millis, p99 - millis, makespan);
  }

  /** So many of something each. */
  public double perSecond(double each) {
    return makespan > 0 ? SECOND * each * problems / makespan : 0;
  }
}

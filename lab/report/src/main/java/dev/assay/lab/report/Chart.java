// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Curves over one axis.
 *
 * @param logX whether equal ratios of x are equal distances
 * @param logY and of y
 */
@JsonTypeName("chart")
public record Chart(
    String title, String xLabel, String yLabel, boolean logX, boolean logY, List<Series> series)
    implements ReportPart {

  public Chart {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(xLabel, "xLabel");
    Objects.requireNonNull(yLabel, "yLabel");
    series = List.copyOf(series);
  }

  /** A chart whose y is not logarithmic. */
  public Chart(String title, String xLabel, String yLabel, boolean logX, List<Series> series) {
    this(title, xLabel, yLabel, logX, false, series);
  }

  /** How a series is drawn. */
  public enum Kind {
    /** Points joined by lines, with a band where the points have bounds. */
    LINE,
    /** Points alone, with bars where they have bounds. */
    POINTS,
    /** A thin broken line to compare with: a published figure, the diagonal. */
    REFERENCE
  }

  /** One curve. */
  public record Series(String name, Kind kind, List<Point> points) {
    public Series {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(kind, "kind");
      points = List.copyOf(points);
    }
  }

  /**
   * @param low the lower bound of a confidence interval of y, or null
   * @param high the upper bound, or null
   */
  public record Point(double x, double y, @Nullable Double low, @Nullable Double high) {

    public static Point of(double x, double y) {
      return new Point(x, y, null, null);
    }
  }
}

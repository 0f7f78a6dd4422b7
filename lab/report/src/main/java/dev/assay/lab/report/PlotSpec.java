// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A chart in the words of the plotting library: layers of marks over columns of data. */
final class PlotSpec {

  private static final int TITLE_WIDTH = 85;

  /** A line of more points is clearer without them. */
  private static final int MOST_MARKED_POINTS = 40;

  private final Chart chart;
  private final PlotScales scales;

  /**
   * @param width of the picture
   */
  PlotSpec(Chart chart, int width) {
    this.chart = chart;
    this.scales = new PlotScales(chart, width);
  }

  /** The lines of text that a plain chart with a legend of one line does not have. */
  int extraLines() {
    return scales.legendLines() - 1 + (chart.title().isBlank() ? 0 : title().size());
  }

  Map<String, Object> toMap() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("kind", "plot");
    if (!chart.title().isBlank()) {
      spec.put("ggtitle", Map.of("text", String.join("\n", title())));
    }
    spec.put("layers", layers());
    spec.put("scales", scales.toList());
    spec.put("theme", PlotScales.THEME);
    return spec;
  }

  private List<String> title() {
    return TextFitting.wrap(PlotScales.clean(chart.title()), TITLE_WIDTH);
  }

  private List<Map<String, Object>> layers() {
    return Stream.of(
            PlotMark.BAND.layer(rows(Kind.LINE, this::isBounded)),
            PlotMark.BAR.layer(rows(Kind.POINTS, this::isBounded)),
            PlotMark.THIN_LINE.layer(rows(Kind.REFERENCE, _ -> true)),
            PlotMark.LINE.layer(rows(Kind.LINE, _ -> true)),
            PlotMark.DOT.layer(dots()))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean isBounded(Point point) {
    return point.low() != null
        && point.high() != null
        && PlotPoints.fits(point.low())
        && PlotPoints.fits(point.high())
        && (!chart.logY() || PlotPoints.isPositive(point.low()));
  }

  private PlotRows rows(Kind kind, Predicate<Point> points) {
    PlotRows rows = new PlotRows();
    for (int index = 0; index < chart.series().size(); index++) {
      Series series = chart.series().get(index);
      if (series.kind() == kind) {
        rows.add(
            PlotScales.key(index),
            PlotPoints.drawable(chart, series).stream().filter(points).toList());
      }
    }
    return rows;
  }

  /** A curve of one point would not be seen at all. */
  private PlotRows dots() {
    PlotRows rows = new PlotRows();
    for (int index = 0; index < chart.series().size(); index++) {
      Series series = chart.series().get(index);
      List<Point> points = PlotPoints.drawable(chart, series);
      boolean marks =
          switch (series.kind()) {
            case POINTS -> true;
            case LINE -> points.size() <= MOST_MARKED_POINTS;
            case REFERENCE -> points.size() == 1;
          };
      if (marks) {
        rows.add(PlotScales.key(index), points);
      }
    }
    return rows;
  }
}

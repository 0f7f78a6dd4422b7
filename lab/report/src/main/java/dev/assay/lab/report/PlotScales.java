// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a chart's numbers and names become places, colours and strokes, in the library's words. */
final class PlotScales {

  /** Everything that is not data, quiet. */
  static final Map<String, Object> THEME =
      Map.of(
          "name", "minimal",
          "legend_position", "bottom",
          "text", Map.of("name", "text", "color", Palette.INK, "family", "sans-serif"),
          "title", Map.of("name", "text", "color", Palette.INK, "size", 16.0),
          "axis_title", Map.of("name", "text", "color", Palette.INK, "size", 14.0),
          "axis_text", Map.of("name", "text", "color", Palette.INK, "size", 13.0),
          "legend_text", Map.of("name", "text", "color", Palette.INK, "size", 13.0),
          "panel_grid_major", Map.of("name", "line", "color", Palette.GRID, "size", 1.0),
          "panel_grid_minor", Map.of("name", "blank"),
          "plot_background",
              Map.of("name", "rect", "fill", Palette.PAPER, "color", Palette.PAPER, "size", 0.0));

  private static final int LABEL_WIDTH = 44;
  private static final int LONGEST_NAME = 80;

  /** The width of the legend, and of what stands beside the letters of a name, in letters. */
  private static final int LEGEND_WIDTH = 96;

  private static final int KEY_WIDTH = 6;

  /** As many different x as fit beside each other. */
  private static final int MOST_BREAKS = 9;

  /** Beside the first and the last x, as a share of the axis. */
  private static final double MARGIN = 0.03;

  /**
   * Of eight curves on one path each is seen: later ones are broken, and their marks are hollow.
   */
  private static final List<String> STROKES =
      List.of("solid", "dashed", "dotdash", "dotted", "longdash", "twodash");

  private static final List<Integer> SHAPES = List.of(16, 0, 2, 5, 4, 3, 1, 8);

  private final Chart chart;
  private final double share;

  /**
   * @param width of the picture: a narrow one has room for fewer letters
   */
  PlotScales(Chart chart, int width) {
    this.chart = chart;
    this.share = (double) width / PlotPoints.WIDTH;
  }

  private int room(int letters) {
    return (int) (share * letters);
  }

  /** Names may be equal; keys are not. */
  static String key(int series) {
    return "curve " + series;
  }

  /** Without control characters, which are no XML. */
  static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ");
  }

  int legendLines() {
    return Math.max(1, Math.ceilDiv(chart.series().size(), legendColumns()));
  }

  private int legendColumns() {
    int longest = names().stream().mapToInt(String::length).max().orElse(0);
    return Math.clamp(room(LEGEND_WIDTH) / (longest + KEY_WIDTH), 1, Math.max(1, names().size()));
  }

  List<Map<String, Object>> toList() {
    return List.of(
        x(),
        y(),
        perSeries("color", this::color),
        perSeries("fill", this::color),
        perSeries("linetype", this::stroke),
        perSeries("shape", this::shape),
        perSeries("size", this::dot));
  }

  private Map<String, Object> x() {
    Map<String, Object> scale = new LinkedHashMap<>();
    scale.put("aesthetic", "x");
    scale.put("name", label(chart.xLabel()));
    scale.put("expand", List.of(MARGIN, 0));
    NavigableSet<Double> all = values(point -> Stream.of(point.x()));
    if (chart.logX() && !all.isEmpty()) {
      logarithmic(
          scale, all, all.size() <= room(MOST_BREAKS) ? List.copyOf(all) : roundBreaks(all));
    }
    return scale;
  }

  private Map<String, Object> y() {
    Map<String, Object> scale = new LinkedHashMap<>();
    scale.put("aesthetic", "y");
    scale.put("name", label(chart.yLabel()));
    NavigableSet<Double> all = values(PlotScales::heights);
    if (chart.logY() && !all.isEmpty()) {
      logarithmic(scale, all, roundBreaks(all));
    }
    return scale;
  }

  private static Stream<Double> heights(Point point) {
    return Stream.concat(
        Stream.of(point.y()),
        Stream.of(point.low(), point.high()).flatMap(Stream::ofNullable).filter(PlotPoints::fits));
  }

  private NavigableSet<Double> values(Function<Point, Stream<Double>> of) {
    NavigableSet<Double> all = new TreeSet<>();
    for (Series series : chart.series()) {
      PlotPoints.drawable(chart, series).stream()
          .flatMap(of)
          .filter(PlotPoints::isPositive)
          .forEach(all::add);
    }
    return all;
  }

  private static void logarithmic(
      Map<String, Object> scale, NavigableSet<Double> all, List<Double> breaks) {
    // The library's own margin is none at the left of a logarithmic axis.
    double margin = all.size() == 1 ? 2 : Math.pow(all.last() / all.first(), MARGIN);
    scale.put("trans", "log10");
    scale.put("limits", List.of(all.first() / margin, all.last() * margin));
    scale.put("expand", List.of(0, 0));
    if (!breaks.isEmpty()) {
      scale.put("breaks", breaks);
      scale.put("labels", breaks.stream().map(SignificantDigits::of).toList());
    }
  }

  /** 1, 2, 5, 10, 20 and so on, or powers of ten; none if the axis is too short for any. */
  private static List<Double> roundBreaks(NavigableSet<Double> all) {
    int first = (int) Math.floor(Math.log10(all.first()));
    int last = (int) Math.floor(Math.log10(all.last()));
    int step = Math.ceilDiv(last - first, MOST_BREAKS) + 1;
    List<Integer> digits = last - first < 3 ? List.of(1, 2, 5) : List.of(1);
    return IntStream.rangeClosed(first, last)
        .filter(power -> last - first < MOST_BREAKS || power % step == 0)
        .boxed()
        .flatMap(power -> digits.stream().map(digit -> digit * Math.pow(10, power)))
        .filter(value -> value >= all.first() && value <= all.last())
        .toList();
  }

  private Map<String, Object> perSeries(String aesthetic, IntFunction<Object> value) {
    List<Integer> indices = IntStream.range(0, names().size()).boxed().toList();
    return Map.of(
        "aesthetic",
        aesthetic,
        "name",
        "",
        "values",
        indices.stream().map(value::apply).toList(),
        "limits",
        indices.stream().map(PlotScales::key).toList(),
        "labels",
        names(),
        "guide",
        Map.of("name", "legend", "ncol", legendColumns(), "byrow", true));
  }

  private String color(int series) {
    return isReference(series) ? Palette.REFERENCE : Palette.curve(place(series));
  }

  /** The legend shows every mark for every series: those that it does not have are invisible. */
  private double dot(int series) {
    return isReference(series) && !isSingle(series) ? 0 : 2.6;
  }

  /** Whether a series is one point: as a line alone it would not be seen. */
  private boolean isSingle(int series) {
    return PlotPoints.drawable(chart, chart.series().get(series)).size() == 1;
  }

  private String stroke(int series) {
    // A thin line of its own colour needs no other mark of being a reference than to be broken.
    List<String> strokes = isReference(series) ? STROKES.subList(1, STROKES.size()) : STROKES;
    return strokes.get(place(series) % strokes.size());
  }

  private Integer shape(int series) {
    return SHAPES.get(place(series) % SHAPES.size());
  }

  /** Its place among the series of its sort, so that a reference uses up no colour. */
  private int place(int series) {
    return (int)
        IntStream.range(0, series)
            .filter(other -> isReference(other) == isReference(series))
            .count();
  }

  private boolean isReference(int series) {
    return chart.series().get(series).kind() == Kind.REFERENCE;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    chart
        .series()
        .forEach(
            each ->
                names.add(
                    TextFitting.shorten(
                        clean(each.name()), Math.min(LONGEST_NAME, room(LEGEND_WIDTH)))));
    return names;
  }

  private static String label(String text) {
    return String.join("\n", TextFitting.wrap(clean(text), LABEL_WIDTH));
  }
}

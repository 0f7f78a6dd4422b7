// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parts of findings as HTML. */
final class HtmlParts {

  private static final int MOST_FIGURES = 2000;

  private final Html html;

  HtmlParts(Html html) {
    this.html = html;
  }

  void write(Paragraph paragraph) {
    for (String text : paragraph.text().strip().split("\\n\\s*\\n", -1)) {
      html.element("p", text.strip());
    }
  }

  void write(Notice notice) {
    html.element("p", notice.text().strip(), "class", "notice");
  }

  void write(Table table) {
    html.open("figure", "class", "table");
    caption(table.title());
    if (table.rows().isEmpty()) {
      html.element("p", "No rows.", "class", "nothing");
    } else {
      rows(table);
    }
    html.close("figure");
  }

  /**
   * A picture, and its points as a table for those who cannot see it or want the figures.
   *
   * @param name of the picture, unique within the page
   */
  void write(Chart chart, String name) {
    html.open("figure", "class", "chart", "id", name);
    caption(chart.title());
    if (Plot.isEmpty(chart)) {
      html.element("p", "No points to draw.", "class", "nothing");
    } else {
      Chart untitled =
          new Chart("", chart.xLabel(), chart.yLabel(), chart.logX(), chart.logY(), chart.series());
      picture("box picture wide", Plot.svg(untitled, name, PlotPoints.WIDTH));
      picture("box picture narrow", Plot.svg(untitled, name + "-narrow", Plot.NARROW));
    }
    figures(points(chart));
    html.close("figure");
  }

  /** The page shows one of the two, by its own width. */
  private void picture(String look, String svg) {
    html.open("div", "class", look, "tabindex", "0").raw(svg).close("div");
  }

  private void figures(Table points) {
    if (!points.rows().isEmpty()) {
      html.open("details").element("summary", summary(points.rows().size()));
      rows(first(points));
      html.close("details");
    }
  }

  private void caption(String title) {
    if (!title.isBlank()) {
      html.element("figcaption", title);
    }
  }

  private void rows(Table table) {
    html.open("div", "class", "box", "tabindex", "0").open("table").open("thead").open("tr");
    Set<Integer> numbers = table.numericColumns();
    for (int column = 0; column < table.columns().size(); column++) {
      cell("th", table.columns().get(column), numbers.contains(column));
    }
    html.close("tr").close("thead").open("tbody");
    for (List<Cell> row : table.rows()) {
      html.open("tr");
      for (int column = 0; column < row.size(); column++) {
        cell(column == 0 ? "th" : "td", row.get(column).shown(), numbers.contains(column));
      }
      html.close("tr");
    }
    html.close("tbody").close("table").close("div");
  }

  private void cell(String element, String text, boolean number) {
    if (number) {
      html.element(element, text, "class", "number");
    } else {
      html.element(element, text);
    }
  }

  private static Table points(Chart chart) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Chart.Series series : chart.series()) {
      for (Chart.Point point : series.points()) {
        rows.add(
            List.of(
                Cell.text(series.name()),
                figure(point.x()),
                figure(point.y()),
                point.low() == null ? Cell.none() : figure(point.low()),
                point.high() == null ? Cell.none() : figure(point.high())));
      }
    }
    List<String> columns = List.of("curve", chart.xLabel(), chart.yLabel(), "from", "to");
    return new Table("", columns, rows);
  }

  private static Table first(Table points) {
    int count = Math.min(points.rows().size(), MOST_FIGURES);
    return new Table("", points.columns(), points.rows().subList(0, count));
  }

  private static String summary(int points) {
    return points <= MOST_FIGURES
        ? "Figures"
        : "Figures (the first " + MOST_FIGURES + " of " + points + "; all are in report.json)";
  }

  private static Cell figure(double value) {
    return new Cell(value, SignificantDigits.of(value));
  }
}

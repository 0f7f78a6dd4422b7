// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import java.time.Instant;
import java.util.List;

/** A report with everything in it that could go wrong. */
final class ReportFixture {

  /** Markup, a quote that would end an attribute, LaTeX, half a character and a control. */
  static final String HOSTILE =
      "<script>alert(1)</script> & \" onclick=\"x 'y' \\frac{1}{2} $x^2$ \ud83d \u0001";

  private ReportFixture() {}

  static Report report() {
    return new Report(
        HOSTILE,
        HOSTILE,
        Instant.parse("2026-11-25T12:34:56Z"),
        HOSTILE,
        new Machine(2, HOSTILE, "25"),
        List.of(
            new StudyOutcome.Measured("first", HOSTILE, 1.25, findings()),
            new StudyOutcome.Skipped(
                "second", "Second?", List.of("24.csv", HOSTILE), List.of("somewhere", HOSTILE)),
            new StudyOutcome.Broken("third", "Third?", HOSTILE)));
  }

  static Findings findings() {
    return Findings.of(
        new Paragraph(HOSTILE + "\n\nSecond."),
        table(),
        new Table("Empty", List.of("a", "b"), List.of()),
        new Table("", List.of(), List.of(List.of())),
        chart(true, HOSTILE),
        chart(false, ""),
        new Chart("No series", "x", "y", true, List.of()),
        new Chart("No points", "x", "y", false, List.of(line("none", List.of()))));
  }

  static Table table() {
    return new Table(
        HOSTILE,
        List.of("rule", "ours", HOSTILE, "note"),
        List.of(
            List.of(Cell.text("mean"), Cell.percent(0.815), Cell.percent(0.8), Cell.text(HOSTILE)),
            List.of(Cell.text("none"), Cell.none(), Cell.number(Double.NaN, 1), Cell.none()),
            List.of(
                Cell.text("huge"),
                Cell.number(1e300, 0),
                Cell.count(Long.MIN_VALUE),
                Cell.none())));
  }

  static Chart chart(boolean logX, String title) {
    return new Chart(
        title,
        HOSTILE,
        "share right",
        logX,
        List.of(
            line(HOSTILE, List.of(new Point(1, 0.5, 0.4, 0.6), new Point(8, 0.7, null, 0.8))),
            line("same", List.of(new Point(0, 0.1, null, null), Point.of(-3, Double.NaN))),
            line("same", List.of(Point.of(2, 0.3), Point.of(Double.POSITIVE_INFINITY, 0.3))),
            new Series("dots", Kind.POINTS, List.of(new Point(2, 0.4, Double.NaN, 0.5))),
            new Series("bars", Kind.POINTS, List.of(new Point(4, 0.4, 0.3, 0.5))),
            new Series("published", Kind.REFERENCE, List.of(Point.of(1, 0.6), Point.of(8, 0.6))),
            new Series("one point", Kind.REFERENCE, List.of(Point.of(4, 0.65)))));
  }

  static Series line(String name, List<Point> points) {
    return new Series(name, Kind.LINE, points);
  }
}

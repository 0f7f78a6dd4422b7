// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTests {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPictureIsXmlWhateverIsWrittenInIt(boolean logX) throws Exception {
    String svg = Plot.svg(ReportFixture.chart(logX, ReportFixture.HOSTILE), "p");

    Document document = parse(svg);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script>", "\\frac{1}{2}");
  }

  @Test
  void theSameChartIsTheSameBytes() {
    Chart chart = ReportFixture.chart(true, "Title");

    assertThat(Plot.svg(chart, "p")).isEqualTo(Plot.svg(chart, "p"));
    List<String> sideBySide =
        IntStream.range(0, 16).parallel().mapToObj(_ -> Plot.svg(chart, "p")).toList();
    assertThat(sideBySide).containsOnly(Plot.svg(chart, "p"));
  }

  @Test
  void idsBeginWithTheNameOfThePicture() throws Exception {
    String svg = Plot.svg(ReportFixture.chart(false, ""), "study-1");

    assertThat(svg).contains("url(#study-1-").doesNotContainPattern("id=\"(?!study-1-)");
    parse(svg);
  }

  @Test
  void aPointMarksEachValueOfALine() throws Exception {
    List<Point> points = List.of(Point.of(1, 0.1), Point.of(2, 0.2), Point.of(4, 0.3));
    Chart chart = new Chart("", "x", "y", true, List.of(ReportFixture.line("a", points)));

    // The legend has one more.
    assertThat(parse(Plot.svg(chart, "p")).getElementsByTagName("circle").getLength()).isEqualTo(4);
  }

  @Test
  void aPublishedFigureOfOnePointIsSeen() {
    Series one = new Series("published", Kind.REFERENCE, List.of(Point.of(4, 0.65)));

    assertThat(Plot.svg(new Chart("", "x", "y", false, List.of(one)), "p"))
        .containsPattern("<circle[^>]* r=\"[1-9]");
  }

  @ParameterizedTest
  @CsvSource({"1, 16, 10", "2, 9, 5", "1, 1000000, 1000", "1, 1e60, 1E+48"})
  void aLogarithmicAxisHasRoundNumbers(double first, double last, String shown) throws Exception {
    List<Point> points =
        IntStream.rangeClosed(0, 20)
            .mapToObj(k -> Point.of(first * Math.pow(last / first, k / 20.0), k))
            .toList();

    String svg = Plot.svg(new Chart("", "x", "y", true, List.of(series(points))), "p");
    assertThat(parse(svg).getDocumentElement().getTextContent())
        .containsPattern("\\s" + Pattern.quote(shown) + "\\s");
  }

  @ParameterizedTest
  @CsvSource({"0.02, 2, 0.05", "1e-9, 1, 1E-8", "0.03, 0.04, 0.035"})
  void heightsMayBeLogarithmic(double first, double last, String shown) throws Exception {
    List<Point> points =
        IntStream.rangeClosed(0, 20)
            .mapToObj(k -> Point.of(k, first * Math.pow(last / first, k / 20.0)))
            .toList();

    String svg = Plot.svg(new Chart("", "x", "y", false, true, List.of(series(points))), "p");
    assertThat(parse(svg).getDocumentElement().getTextContent())
        .containsPattern("\\s" + Pattern.quote(shown) + "\\s");
  }

  @Test
  void extremeNumbersAreDrawnOrLeftOut() {
    for (double size : new double[] {1e-300, 1e15, 1e300, Double.MAX_VALUE}) {
      List<Point> points =
          List.of(Point.of(1, 1), Point.of(2, -size), new Point(size, size, -size, size));
      for (Kind kind : Kind.values()) {
        for (int logs = 0; logs < 4; logs++) {
          List<Series> series = List.of(new Series("a", kind, points));
          Chart chart = new Chart("", "x", "y", logs % 2 > 0, logs > 1, series);
          assertThatCode(() -> parse(Plot.svg(chart, "p"))).doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void manyCurvesOfManyPointsAreStillTold() throws Exception {
    List<Series> series =
        IntStream.range(0, 40)
            .mapToObj(
                k ->
                    ReportFixture.line(
                        "a rather long name of a curve, number " + k,
                        IntStream.range(1, 200).mapToObj(x -> Point.of(x, x * k)).toList()))
            .toList();

    assertThat(parse(Plot.svg(new Chart("", "x", "y", true, series), "p")).getDocumentElement())
        .satisfies(root -> assertThat(root.getTextContent()).contains("number 0", "number 39"));
  }

  @Test
  void whatHasNoPlaceOnTheAxesIsNotDrawn() {
    List<Point> points = List.of(Point.of(0, 1), Point.of(1, Double.NaN));

    assertThat(Plot.isEmpty(new Chart("", "x", "y", true, List.of(series(points))))).isTrue();
    assertThat(Plot.isEmpty(new Chart("", "x", "y", false, List.of(series(points))))).isFalse();
    List<Point> below = List.of(Point.of(1, 0), Point.of(1, -1));
    assertThat(Plot.isEmpty(new Chart("", "x", "y", false, true, List.of(series(below))))).isTrue();
  }

  @Test
  void curvesOnOnePathDifferInMoreThanTheirColour() {
    List<Point> points = List.of(Point.of(1, 0.1), Point.of(2, 0.2));
    List<Series> same = List.of(ReportFixture.line("a", points), ReportFixture.line("b", points));

    String svg = Plot.svg(new Chart("", "x", "y", false, same), "p");

    // The first is whole, the second broken: what lies below is seen in its gaps.
    assertThat(svg).containsPattern("<path[^>]*stroke-dasharray").contains("<circle");
    assertThat(svg.split("<circle", -1)).as("marks of the first curve only").hasSize(4);
  }

  @Test
  void bandsHaveEdges() {
    List<Point> bounded = List.of(new Point(1, 0.5, 0.2, 0.8), new Point(2, 0.5, 0.2, 0.8));
    List<Point> bare = List.of(Point.of(1, 0.5), Point.of(2, 0.5));

    assertThat(edges(bounded)).isEqualTo(edges(bare) + 2);
  }

  /** Strokes of the width of an edge. */
  private static int edges(List<Point> points) {
    Chart chart = new Chart("", "x", "y", false, List.of(ReportFixture.line("a", points)));
    return Plot.svg(chart, "p").split("stroke-width=\"1\\.1\"", -1).length;
  }

  @Test
  void aNarrowPictureHasTheSameLetters() throws Exception {
    Chart chart = ReportFixture.chart(false, "");

    String svg = Plot.svg(chart, "p", Plot.NARROW);

    assertThat(svg).contains("viewBox=\"0 0 380 ");
    assertThat(parse(svg).getDocumentElement().getTextContent()).isNotBlank();
  }

  private static Series series(List<Point> points) {
    return new Series("a", Kind.POINTS, points);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}

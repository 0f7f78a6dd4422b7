// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReportTests {

  @Test
  void tablesLineUpAndNameTheirCurves() {
    Findings findings =
        Findings.of(
            new Paragraph("Words."),
            new Table(
                "Accuracy",
                List.of("rule", "ours", "note"),
                List.of(
                    List.of(Cell.text("mean"), Cell.percent(0.815), Cell.text("as\npublished")),
                    List.of(Cell.text("best"), Cell.percent(0.09), Cell.none()))),
            new Chart("Curve", "x", "y", false, List.of()));

    assertThat(TextReport.lines(findings))
        .containsExactly(
            "Words.",
            "",
            "Accuracy",
            "  rule  ours  note",
            "  mean  81.5  as published",
            "  best   9.0",
            "",
            "(curves: Curve; drawn in the report)",
            "");
  }

  @Test
  void longTextIsCutAndLongWordsAreWrapped() {
    Findings findings =
        Findings.of(
            new Paragraph("word ".repeat(50)),
            new Table("t", List.of("a"), List.of(List.of(Cell.text("\ud83d\ude00".repeat(99))))));

    assertThat(TextReport.lines(findings))
        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThan(101))
        .anyMatch(line -> line.endsWith("\ud83d\ude00…"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1.000", "0.25, 0.250", "0.001, 0.001", "0.00021, 2.1e-04"})
  void aProbabilityIsPlainUntilItIsTooSmall(double p, String shown) {
    assertThat(Cell.probability(p)).isEqualTo(new Cell(p, shown));
  }

  @Test
  void aSmallSampleIsWarnedOfBeforeItsFigures() {
    assertThat(Notice.ofSample(30, "problems")).isEmpty();
    assertThat(TextReport.lines(Findings.of(Notice.ofSample(3, "problems").orElseThrow())))
        .first()
        .asString()
        .startsWith("Note: Only 3 problems: too few");
  }

  @Test
  void aNarrowTerminalGetsNarrowLines() {
    Findings findings =
        Findings.of(
            new Paragraph("word ".repeat(50)),
            new Table(
                "t",
                List.of("a rather long heading", "b"),
                List.of(List.of(Cell.text("x".repeat(30)), Cell.percent(0.5)))));

    assertThat(TextReport.lines(findings, 40))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
  }

  @Test
  void nothingBreaksIt() {
    assertThat(TextReport.lines(ReportFixture.findings())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "128, 128",
    "0.5, 0.5",
    "0.123456, 0.1235",
    "1234.567, 1235",
    "0.00001234, 0.00001234",
    "1e9, 1E+9",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void numbersAreShort(double value, String shown) {
    assertThat(SignificantDigits.of(value)).isEqualTo(shown);
  }
}

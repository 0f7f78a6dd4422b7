// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTests {

  private static final String PAGE = HtmlReport.of(ReportFixture.report());

  @Test
  void textIsNeverMarkup() {
    assertThat(PAGE)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot; onclick=&quot;x &#39;y&#39;")
        .doesNotContain("<script", " onclick=\"");
  }

  @Test
  void nothingIsLoadedFromAnywhere() {
    assertThat(PAGE.replace("http://www.w3.org/", ""))
        .doesNotContain("http:", "https:", " src=", "@import", "<link");
  }

  @Test
  void everyStudyHasItsPlace() {
    assertThat(PAGE)
        .contains("href=\"#first\"", "id=\"first\"", "1.3 s")
        .contains("href=\"#second\"", "id=\"second\"", "24.csv: somewhere")
        .contains("href=\"#third\"", "id=\"third\"", "broken data");
  }

  @Test
  void chartsAreDrawnForScreensAndForTelephonesAndEmptyOnesSaySo() {
    assertThat(PAGE).containsOnlyOnce("<figure class=\"chart\" id=\"first-1\">");
    assertThat(PAGE.split("<svg ", -1)).hasSize(5);
    assertThat(PAGE.split("viewBox=\"0 0 380 ", -1)).hasSize(3);
    assertThat(PAGE).contains(".wide { display: none; }").doesNotContain("min-width: 34rem");
    assertThat(PAGE.split("No points to draw", -1)).hasSize(3);
    assertThat(PAGE.split("No rows", -1)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void numbersStandToTheRight() {
    assertThat(PAGE)
        .contains("<th class=\"number\">ours</th>", "<td class=\"number\">81.5</td>")
        .contains("<th>note</th>");
  }

  @Test
  void theTimeIsRead() {
    assertThat(PAGE).contains("2026-11-25 12:34 UTC");
  }

  @Test
  void aReportOfNothingIsAPage() {
    Report empty =
        new Report(
            "Nothing",
            "At all.",
            ReportFixture.report().finished(),
            "1",
            ReportFixture.report().machine(),
            List.of());

    assertThat(HtmlReport.of(empty)).contains("<main>").endsWith("</html>\n");
  }
}

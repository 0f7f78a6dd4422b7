// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** A report as one page that needs nothing else: no network, no script, no font. */
final class HtmlReport {

  private final Html html = new Html();
  private final HtmlParts parts = new HtmlParts(html);
  private final Report report;

  private HtmlReport(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    return new HtmlReport(report).page();
  }

  private String page() {
    html.raw("<!doctype html>\n").open("html", "lang", "en");
    html.raw("<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .element("title", report.title());
    html.open("style").raw(style()).close("style").raw("</head>\n").open("body");
    header();
    contents();
    html.open("main");
    report.studies().forEach(this::study);
    html.close("main").close("body").close("html");
    return html.toString();
  }

  private void header() {
    html.open("header").element("h1", report.title());
    html.element("p", report.about());
    html.open("dl", "class", "facts");
    fact(
        "finished",
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(report.finished()));
    fact("Assay", report.version());
    fact("Java", report.machine().java());
    fact("machine", report.machine().cores() + " cores, " + report.machine().processor());
    html.close("dl").close("header");
  }

  private void fact(String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close("div");
  }

  private void contents() {
    html.open("nav", "aria-label", "Contents").element("h2", "Contents").open("ol");
    for (StudyOutcome study : report.studies()) {
      html.open("li").element("a", study.title(), "href", "#" + study.name());
      html.raw(" ").element("small", state(study)).close("li");
    }
    html.close("ol").close("nav");
  }

  private static String state(StudyOutcome study) {
    return switch (study) {
      case StudyOutcome.Measured measured ->
          String.format(Locale.ROOT, "%.1f s", measured.seconds());
      case StudyOutcome.Skipped _ -> "skipped";
      case StudyOutcome.Broken _ -> "broken data";
    };
  }

  private void study(StudyOutcome study) {
    html.open("section", "id", study.name()).element("h2", study.title());
    html.element("p", study.name() + " · " + state(study), "class", "meta");
    switch (study) {
      case StudyOutcome.Measured measured -> findings(measured);
      case StudyOutcome.Skipped skipped -> skipped(skipped);
      case StudyOutcome.Broken broken -> html.element("p", broken.problem(), "class", "notice");
    }
    html.close("section");
  }

  private void findings(StudyOutcome.Measured measured) {
    int charts = 0;
    for (ReportPart part : measured.findings().parts()) {
      switch (part) {
        case Paragraph paragraph -> parts.write(paragraph);
        case Notice notice -> parts.write(notice);
        case Table table -> parts.write(table);
        case Chart chart -> parts.write(chart, measured.name() + "-" + ++charts);
      }
    }
  }

  private void skipped(StudyOutcome.Skipped skipped) {
    html.open("div", "class", "notice");
    html.element("p", "Not measured: these files are not in the data folder.").open("ul");
    for (int i = 0; i < skipped.missing().size(); i++) {
      html.element("li", skipped.missing().get(i) + ": " + skipped.sources().get(i));
    }
    html.close("ul").close("div");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      String sheet =
          new String(
              Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
      return sheet
          + "@media screen and (prefers-color-scheme: dark) {\n"
          + Palette.darkRules()
          + "}\n";
    } catch (IOException e) {
      throw new UncheckedIOException("could not read report.css", e);
    }
  }
}

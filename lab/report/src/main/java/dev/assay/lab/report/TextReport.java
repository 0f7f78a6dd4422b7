// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Findings for a terminal: words and tables; a curve is only named. */
public final class TextReport {

  private static final int WIDEST = 100;

  /** Longer text is for the page: here it would tear the columns apart. */
  private static final int WIDEST_CELL = 60;

  private static final String INDENT = "  ";

  private TextReport() {}

  /** As wide as they are read best. */
  public static List<String> lines(Findings findings) {
    return lines(findings, WIDEST);
  }

  /**
   * The lines, with a blank one after each part.
   *
   * @param room how many columns of letters there are; words use fewer, tables all that they need
   */
  public static List<String> lines(Findings findings, int room) {
    int width = Math.min(room, WIDEST);
    List<String> lines = new ArrayList<>();
    for (ReportPart part : findings.parts()) {
      lines.addAll(
          switch (part) {
            case Paragraph paragraph -> paragraph(paragraph.text(), width);
            case Notice notice -> paragraph("Note: " + notice.text(), width);
            case Table table -> table(table, room, width);
            case Chart chart ->
                paragraph("(curves: " + oneLine(chart.title()) + "; drawn in the report)", width);
          });
      lines.add("");
    }
    return lines;
  }

  private static List<String> paragraph(String text, int width) {
    return text.lines().flatMap(line -> TextFitting.wrap(line, width).stream()).toList();
  }

  private static List<String> table(Table table, int room, int width) {
    Set<Integer> left =
        IntStream.range(0, table.columns().size()).boxed().collect(Collectors.toSet());
    left.removeAll(table.numericColumns());
    AlignedColumns text = new AlignedColumns(left);
    text.row(table.columns().stream().map(TextReport::cell).toList());
    table.rows().forEach(row -> text.row(row.stream().map(each -> cell(each.shown())).toList()));
    List<String> lines = new ArrayList<>(TextFitting.wrap(oneLine(table.title()), width));
    text.lines(room - INDENT.length()).forEach(line -> lines.add(INDENT + line));
    return lines;
  }

  private static String cell(String shown) {
    return TextFitting.shorten(oneLine(shown), WIDEST_CELL);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}

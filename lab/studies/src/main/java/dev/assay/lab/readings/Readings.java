// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import dev.assay.lab.readings.TabledReader.ReadRow;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import dev.assay.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/** What our readers make of the tables that they are held to, and of answers that are changed. */
public final class Readings {

  private static final String ABOUT =
      "Each row of our tables says how a text is to be read. A change to a reader moves rows: what was expected stands against what is read now, kind by kind.";

  private final List<Confusion> confusions;
  private final Mutants mutants;

  private Readings(List<Confusion> confusions, Mutants mutants) {
    this.confusions = confusions;
    this.mutants = mutants;
  }

  /** Reads all tables. */
  public static Readings now() {
    List<TabledReader> readers = TabledReaders.all();
    return new Readings(
        readers.stream().map(reader -> new Confusion(reader, reader.read())).toList(),
        Mutants.of(TabledReaders.pairs()));
  }

  /** Whether every row is read as expected, and no changed answer is taken for the same. */
  public boolean asExpected() {
    return confusions.stream().flatMap(each -> each.rows().stream()).allMatch(ReadRow::isRight)
        && mutants.unexplained().isEmpty();
  }

  /** Tables of confusion, what was read otherwise, changed answers, and the work it took. */
  public Findings findings() {
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new Paragraph(ABOUT));
    for (Confusion confusion : confusions) {
      parts.add(confusion.table());
      addIfAny(confusion.wrong(), parts);
    }
    parts.add(mutants.table());
    addIfAny(mutants.wrong(), parts);
    parts.add(ReadingCost.table(TabledReaders.all()));
    parts.add(ReadingSpeed.table(TabledReaders.pairs()));
    return new Findings(parts);
  }

  private static void addIfAny(Table wrong, List<ReportPart> parts) {
    if (!wrong.rows().isEmpty()) {
      parts.add(wrong);
    }
  }

  /** A line for each row: the reader, what is read, and how. Two builds' lines show what moved. */
  public String lines() {
    StringBuilder lines = new StringBuilder("reader\tinput\texpected\tread\n");
    for (Confusion confusion : confusions) {
      for (ReadRow row : confusion.rows()) {
        List<String> cells =
            List.of(confusion.reader().name(), row.input(), row.expected(), row.ours());
        lines.append(TextTable.line(cells)).append('\n');
      }
    }
    return lines.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The few figures of a run that are shown to somebody who reads no report, and what it takes to get
 * them again. As JSON it is {@code summary.json}; the README shows such files, and a test compares.
 *
 * @param command that measured it
 * @param date on which it was done
 * @param note what else has to be known of the figures, or null
 */
public record ResultSummary(
    String command,
    LocalDate date,
    String version,
    Machine machine,
    Table table,
    @Nullable String note) {

  /** Of a run that is just over. */
  public static ResultSummary now(String command, String version, Table table) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new ResultSummary(command, today, version, Machine.here(), table, null);
  }

  /** The table in Markdown, and a line that says where the figures are from. */
  public String markdown() {
    List<List<String>> rows =
        table.rows().stream().map(row -> row.stream().map(Cell::shown).toList()).toList();
    List<String> ruler = table.columns().stream().map(_ -> "---").toList();
    String lines =
        Stream.concat(Stream.of(table.columns(), ruler), rows.stream())
            .map(ResultSummary::line)
            .collect(Collectors.joining("\n"));
    return "%s\n\n`%s`; %d cores, %s, Java %s; %s%s"
        .formatted(
            lines,
            command,
            machine.cores(),
            machine.processor(),
            machine.java(),
            date,
            note == null ? "" : "; " + note);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}

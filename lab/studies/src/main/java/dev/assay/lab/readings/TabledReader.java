// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import dev.assay.text.TextTable;
import dev.assay.text.TextTable.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A reader of free text, and the tables of examples that it is held to.
 *
 * @param name on the command line and in reports
 * @param beside the class whose package the tables stand in
 * @param inputs the columns that hold what is read
 * @param reading what the reader makes of a row, in the words of its column {@code expected}
 * @param sort of a reading, for a confusion table: many readings are of one sort
 */
record TabledReader(
    String name,
    Class<?> beside,
    List<String> files,
    List<String> inputs,
    Function<Row, String> reading,
    Function<String, String> sort) {

  TabledReader {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
  }

  List<Row> rows() {
    return files.stream().flatMap(file -> TextTable.of(beside, file).stream()).toList();
  }

  List<ReadRow> read() {
    return rows().stream()
        .map(
            row ->
                new ReadRow(
                    row.place(),
                    row.get("kind"),
                    input(row),
                    row.get("expected"),
                    reading.apply(row)))
        .toList();
  }

  /** What is read of a row, as people are shown it. */
  private String input(Row row) {
    return inputs.stream().map(row::get).collect(Collectors.joining("  ~  "));
  }

  /**
   * A row that has been read.
   *
   * @param place of the row, file and line
   */
  record ReadRow(String place, String kind, String input, String expected, String ours) {

    boolean isRight() {
      return expected.equals(ours);
    }
  }
}

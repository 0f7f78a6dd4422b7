// SPDX-License-Identifier: Apache-2.0
package dev.assay.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that people read and extend: words, units, markers, examples. It is a text file beside
 * the class that needs it, with a tab between two cells. Its first line names the columns; a line
 * that is blank, or begins with a hash sign and a space, is a remark. Nothing is escaped, as TeX is
 * full of slashes: in a cell {@code ⏎} is a line break and {@code ⇥} a tab.
 */
public final class TextTable {

  private static final String TAB = "\t";

  private TextTable() {}

  /**
   * One line of a table.
   *
   * @param place the file and the line, for who has to say where something is wrong
   */
  public record Row(String place, List<String> columns, List<String> cells) {

    /**
     * The cell of a column; empty where nothing stands in it.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public String get(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException(
            "%s: no column %s (expected: one of %s)".formatted(place, column, columns));
      }
      return cells.get(index);
    }
  }

  /**
   * The rows of a resource that comes with the program.
   *
   * @param beside the class whose package the file stands in
   * @throws IllegalArgumentException if there is no such file, or a line has too few or too many
   *     cells
   */
  public static List<Row> of(Class<?> beside, String file) {
    try (InputStream table = beside.getResourceAsStream(file)) {
      if (table == null) {
        throw new IllegalArgumentException(
            "%s: not found (expected: beside %s)".formatted(file, beside.getName()));
      }
      return of(file, new String(table.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The rows of a table that has been read; {@code name} is how errors call it. */
  public static List<Row> of(String name, String table) {
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : table.lines().toList()) {
      number++;
      if (line.isBlank() || line.equals("#") || line.startsWith("# ")) {
        continue;
      }
      List<String> cells = List.of(line.split(TAB, -1));
      if (columns.isEmpty()) {
        columns = cells;
      } else {
        rows.add(row(name + ":" + number, columns, cells));
      }
    }
    return List.copyOf(rows);
  }

  /** The line of a row, without its end; what a cell cannot hold stands in it as it is read. */
  public static String line(List<String> cells) {
    return cells.stream().map(TextTable::cell).collect(Collectors.joining(TAB));
  }

  private static String cell(String text) {
    return text.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎').replace(TAB, "⇥");
  }

  private static Row row(String place, List<String> columns, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%s: %d cells (expected: %d, a tab between two: %s)"
              .formatted(place, cells.size(), columns.size(), String.join(", ", columns)));
    }
    return new Row(
        place,
        columns,
        cells.stream().map(cell -> cell.replace('⏎', '\n').replace("⇥", TAB)).toList());
  }
}
